#include "check/accepted.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>

#include "base/suggest.h"

namespace confer::engine::check {

namespace {

struct Acceptance {
    Lint lint = Lint::orphan;
    std::vector<std::string> of;
};

std::vector<std::string> subject_of(const Finding& finding) {
    const Element& first = finding.of.front();
    if (!first.type.empty()) return {first.id, first.type, first.to};
    std::vector<std::string> ids;
    for (const Element& element : finding.of) ids.push_back(element.id);
    return ids;
}

// Two nodes may be named in either order.
bool same(std::vector<std::string> a, std::vector<std::string> b) {
    if (a.size() == b.size() && a.size() == 2) {
        std::ranges::sort(a);
        std::ranges::sort(b);
    }
    return a == b;
}

Error wrong(std::string_view name, std::size_t index, std::string message, std::vector<std::string> hints = {}) {
    return {.code = ErrorCode::bad_data,
            .message = std::string(name) + ": entry " + std::to_string(index + 1) + " " + std::move(message),
            .hints = std::move(hints)};
}

Result<Acceptance> acceptance(const rapidjson::Value& entry, std::size_t index, std::string_view name) {
    const auto is_text = [&](const char* key) { return entry.HasMember(key) && entry[key].IsString(); };
    if (!entry.IsObject() || !is_text("lint") || !is_text("why") || !entry.HasMember("of") || !entry["of"].IsArray()) {
        return wrong(name, index, "must be an object with `lint`, `of` and `why`");
    }
    if (entry["why"].GetStringLength() == 0) return wrong(name, index, "gives no reason in `why`");
    const std::string code = entry["lint"].GetString();
    const auto known = std::ranges::find(lints(), code, &LintInfo::code);
    if (known == lints().end()) {
        std::vector<std::string> codes;
        for (const LintInfo& each : lints()) codes.emplace_back(each.code);
        const std::vector<std::string> near = nearest_names(code, codes);
        return wrong(name, index, "names the lint `" + code + "`, which there isn't",
                     near.empty() ? std::vector<std::string>{} : std::vector<std::string>{did_you_mean(near)});
    }
    Acceptance out{known->lint, {}};
    for (const rapidjson::Value& id : entry["of"].GetArray()) {
        if (!id.IsString()) return wrong(name, index, "holds something in `of` that is no string");
        out.of.emplace_back(id.GetString(), id.GetStringLength());
    }
    return out;
}

}  // namespace

Result<void> accept(Findings& findings, std::string_view text, std::string_view name) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag>(text.data(), text.size());
    if (document.HasParseError()) {
        const auto offset = static_cast<std::ptrdiff_t>(document.GetErrorOffset());
        const auto line = 1 + std::count(text.begin(), text.begin() + offset, '\n');
        return Error{.code = ErrorCode::bad_data,
                     .message = std::string(name) + ":" + std::to_string(line) + " " +
                                rapidjson::GetParseError_En(document.GetParseError())};
    }
    if (!document.IsArray()) {
        return Error{.code = ErrorCode::bad_data, .message = std::string(name) + " must hold a list"};
    }
    for (rapidjson::SizeType i = 0; i < document.Size(); ++i) {
        CONFER_TRY(const Acceptance accepted, acceptance(document[i], i, name));
        const auto found = std::ranges::find_if(findings.kept(), [&](const Finding& finding) {
            return finding.lint == accepted.lint && same(subject_of(finding), accepted.of);
        });
        if (found != findings.kept().end()) {
            findings.withdraw(Finding(*found));
            continue;
        }
        findings.add(Lint::stale_acceptance, [&]() -> Finding {
            std::string of;
            for (const std::string& id : accepted.of) of += (of.empty() ? "`" : " `") + id + "`";
            return {{},
                    "`" + std::string(info(accepted.lint).code) + "` is accepted for " + of + ", but isn't found there",
                    {},
                    {"take the entry out of " + std::string(name)}};
        });
    }
    return {};
}

}  // namespace confer::engine::check
