#include "format/footnotes.h"

#include <algorithm>

namespace confer::engine::format {

std::string footnote_numbers(const std::vector<std::uint32_t>& cited, const std::vector<Source>& sources) {
    std::vector<std::uint32_t> copy;
    if (!std::is_sorted(cited.begin(), cited.end())) {
        copy = cited;
        std::sort(copy.begin(), copy.end());
    }
    const std::vector<std::uint32_t>& sorted = copy.empty() ? cited : copy;
    const auto weak = [&](std::uint32_t index) { return sources[index].weak; };

    std::string out;
    for (std::size_t i = 0; i < sorted.size();) {
        std::size_t end = i + 1;  // a run joins neighbours of the same strength
        while (end < sorted.size() && sorted[end] == sorted[end - 1] + 1 && weak(sorted[end]) == weak(sorted[i])) ++end;
        if (end - i == 2) end = i + 1;  // "1, 2" reads better than "1–2"
        if (!out.empty()) out += ", ";
        out += std::to_string(sorted[i] + 1);
        if (weak(sorted[i])) out += '*';
        if (end - i > 1) {
            out += "–" + std::to_string(sorted[end - 1] + 1);
            if (weak(sorted[i])) out += '*';
        }
        i = end;
    }
    return out;
}

bool cites(const Answer& answer, const RenderOptions& options) {
    return options.sources && !answer.citations.empty() && !answer.sources.empty();
}

std::string citation_text(const Source& source) {
    std::string out = source.title.empty() ? source.id : source.title;
    const auto add_sentence = [&](const std::string& part) {
        if (part.empty()) return;
        const char last = out.back();
        out += last == '.' || last == '?' || last == '!' ? " " : ". ";
        out += part;
    };
    // Publishers of our data often name the authors already.
    if (source.publisher.find(source.authors) == std::string::npos) add_sentence(source.authors);
    std::string published = source.publisher;
    if (source.year) published += (published.empty() ? "" : ", ") + std::to_string(*source.year);
    add_sentence(published);
    add_sentence(source.url);
    return out;
}

std::size_t footnotes_written(const Answer& answer, const RenderOptions& options) {
    return std::min(answer.sources.size(), options.max_footnotes);
}

std::string more_footnotes(const Answer& answer, const RenderOptions& options) {
    const std::size_t more = answer.sources.size() - footnotes_written(answer, options);
    if (more == 0) return "";
    return "… and " + std::to_string(more) + (more == 1 ? " more source\n" : " more sources\n");
}

bool has_weak_source(const Answer& answer) {
    return std::any_of(answer.sources.begin(), answer.sources.end(), [](const Source& source) { return source.weak; });
}

}  // namespace confer::engine::format
