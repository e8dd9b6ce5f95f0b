#pragma once
// extensions: the plugins that every database begins with: linked in, and known by nothing but the door for plugins.
// Their procedures are part of the language (docs/language.md), and questions call some of them.
#include <memory>
#include <vector>

#include "plugin/plugin.h"

namespace confer::engine {

// Each stands on the one before it. Throws std::logic_error when one is refused: it was built wrongly.
std::vector<std::unique_ptr<const plugin::Plugin>> built_in_extensions();

}  // namespace confer::engine
