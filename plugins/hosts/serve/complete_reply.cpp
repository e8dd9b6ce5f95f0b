#include "hosts/serve/complete_reply.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

#include "base/text_position.h"
#include "session/complete.h"

namespace confer::hosts::serve {

// Candidates may begin at different places: all are made to begin where the first of them does.
std::string completion_json(const engine::Database& database, std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, engine::byte_of_code_point(text, at));
    const std::vector<engine::Completion> all = engine::complete(database, before);
    std::size_t replaced = 0;
    for (const engine::Completion& one : all) replaced = std::max(replaced, one.replaced);
    const std::string_view typed = before.substr(before.size() - replaced);

    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
    json.StartObject();
    json.Key("from");
    json.Uint64(engine::count_code_points(before.substr(0, before.size() - replaced)));
    json.Key("to");
    json.Uint64(engine::count_code_points(before));
    json.Key("candidates");
    json.StartArray();
    const std::size_t shown = std::min(all.size(), most_candidates);
    for (std::size_t i = 0; i < shown; ++i) {
        const std::string whole = std::string(typed.substr(0, replaced - all[i].replaced)) + all[i].text;
        json.StartObject();
        json.Key("text");
        json.String(whole);
        json.Key("kind");
        json.String(all[i].kind.data(), static_cast<rapidjson::SizeType>(all[i].kind.size()));
        json.EndObject();
    }
    json.EndArray();
    json.Key("more");
    json.Uint64(all.size() - shown);
    json.EndObject();
    return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace confer::hosts::serve
