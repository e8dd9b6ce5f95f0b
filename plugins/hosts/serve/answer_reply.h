#pragma once
// answer_text: an answer as it is sent.
//
// As JSON it is the command's object and four members more: `view`, how the rows are best shown (`table`, `matrix`,
// `tree` or `value`); `seconds`; `version`, of the graph; and, where it was asked for, `graph`.
#include <string>
#include <string_view>

#include "format/render.h"
#include "session/answer.h"

namespace confer::hosts::serve {

struct AnswerExtras {
    std::string_view version;
    bool graph = false, sources = true;
};

std::string answer_text(const engine::Answer& answer, engine::format::Format format, const AnswerExtras& extras);

}  // namespace confer::hosts::serve
