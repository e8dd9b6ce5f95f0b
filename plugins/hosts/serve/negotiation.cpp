#include "hosts/serve/negotiation.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "base/suggest.h"

namespace confer::hosts::serve {

namespace {

using engine::Error;
using engine::ErrorCode;
using engine::Result;
namespace format = engine::format;

struct Offer {
    std::string_view name, content_type;
};

// Where a client likes two alike, the first counts.
constexpr std::array offers = {
    Offer{"json", "application/json"},
    Offer{"html", "text/html; charset=utf-8"},
    Offer{"svg", "image/svg+xml"},
    Offer{"csv", "text/csv; charset=utf-8; header=present"},
    Offer{"markdown", "text/markdown; charset=utf-8"},
    Offer{"table", "text/plain; charset=utf-8"},
    Offer{"list", "text/plain; charset=utf-8"},
    Offer{"tsv", "text/tab-separated-values; charset=utf-8"},
    Offer{"jsonl", "application/jsonl"},
    Offer{"wikitext", "text/x-wiki; charset=utf-8"},
    Offer{"dokuwiki", "text/x-dokuwiki; charset=utf-8"},
    Offer{"dot", "text/vnd.graphviz; charset=utf-8"},
    Offer{"mermaid", "text/vnd.mermaid; charset=utf-8"},
};

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

struct Range {
    std::string type;  // "text/html", "text/*", "*/*"
    double quality = 1;
};

// "q=0.5" among the parameters of a range; what is misspelt counts as not liked.
double quality_of(std::string_view parameters) {
    while (!parameters.empty()) {
        const std::string_view one = trimmed(parameters.substr(0, parameters.find(';')));
        parameters.remove_prefix(std::min(parameters.size(), parameters.find(';') == std::string_view::npos
                                                                 ? parameters.size()
                                                                 : parameters.find(';') + 1));
        if (one.size() < 2 || (one[0] != 'q' && one[0] != 'Q') || one[1] != '=') continue;
        double quality = 0;
        std::from_chars(one.data() + 2, one.data() + one.size(), quality);
        return std::clamp(quality, 0.0, 1.0);
    }
    return 1;
}

std::vector<Range> ranges_of(std::string_view accept) {
    std::vector<Range> ranges;
    while (!accept.empty()) {
        const std::size_t comma = std::min(accept.find(','), accept.size());
        const std::string_view one = accept.substr(0, comma);
        accept.remove_prefix(std::min(accept.size(), comma + 1));
        const std::size_t semicolon = std::min(one.find(';'), one.size());
        const std::string type = lower(trimmed(one.substr(0, semicolon)));
        if (!type.empty()) ranges.push_back({type, quality_of(one.substr(std::min(one.size(), semicolon + 1)))});
    }
    return ranges;
}

// How much the client likes the type: by the range that says most of it.
double liking(const std::vector<Range>& ranges, std::string_view type) {
    const std::string group = std::string(type.substr(0, type.find('/'))) + "/*";
    double quality = 0;
    int precision = -1;
    for (const Range& range : ranges) {
        const int precise = range.type == type ? 2 : range.type == group ? 1 : range.type == "*/*" ? 0 : -1;
        if (precise > precision) {
            precision = precise;
            quality = range.quality;
        }
    }
    return quality;
}

}  // namespace

Result<AnswerFormat> format_named(std::string_view name) {
    const auto known = format::format_called(name);
    const auto offer = std::find_if(offers.begin(), offers.end(), [&](const Offer& one) { return one.name == name; });
    if (known && offer != offers.end()) return AnswerFormat{*known, offer->name, offer->content_type};
    std::vector<std::string> hints;
    const std::vector<std::string> near = engine::nearest_names(name, format::format_names());
    if (!near.empty()) hints.push_back(engine::did_you_mean(near));
    hints.push_back("the formats are " + format::format_names_text());
    return Error{.code = ErrorCode::usage,
                 .message = "there is no format called `" + std::string(name) + "`",
                 .hints = std::move(hints)};
}

std::optional<AnswerFormat> format_accepted(std::string_view accept) {
    const std::vector<Range> ranges = ranges_of(accept.empty() ? "*/*" : accept);
    std::optional<AnswerFormat> best;
    double most = 0;
    for (const Offer& offer : offers) {
        const auto known = format::format_called(offer.name);
        const double quality = liking(ranges, offer.content_type.substr(0, offer.content_type.find(';')));
        if (!known || quality <= most) continue;
        most = quality;
        best = AnswerFormat{*known, offer.name, offer.content_type};
    }
    return best;
}

bool accepts_gzip(std::string_view accept_encoding) {
    double quality = 0;
    bool is_named = false;
    for (const Range& range : ranges_of(accept_encoding)) {
        const bool names_it = range.type == "gzip" || range.type == "x-gzip";
        if (!names_it && (range.type != "*" || is_named)) continue;
        is_named = names_it;
        quality = range.quality;
    }
    return quality > 0;
}

}  // namespace confer::hosts::serve
