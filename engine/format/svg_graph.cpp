// Nodes as boxes in the colours of their labels, relationships as arrows with their verbs and footnote numbers. Where
// there are many relationships, colours and dashes stand for the verbs, and a legend says which.
// Test: tests/suites/pictures/svg_test.cpp.
#include <algorithm>
#include <map>

#include "format/footnotes.h"
#include "format/svg_figure_internal.h"
#include "graph/lexicon.h"
#include "graph/sentence.h"
#include "picture/answer_graph.h"
#include "picture/palette.h"

namespace confer::engine::format {
namespace {

constexpr picture::GraphLimits most{.nodes = 120, .relationships = 240};
constexpr std::size_t most_labelled = 40;  // relationships whose verbs stand beside them
constexpr std::size_t most_sentences = 20;
constexpr double name_size = 13, name_width = 150, verb_size = 11;
constexpr std::string_view denial_dashes = "5 3";

class GraphFigure {
public:
    GraphFigure(const Answer& answer, const RenderOptions& options)
        : answer_(answer),
          options_(options),
          graph_(*answer.graph),
          shown_(picture::collect_graph(answer, most)),
          labelled_(shown_.relationships.size() <= most_labelled) {
        if (cites(answer, options)) {
            for (std::uint32_t i = 0; i < answer.sources.size(); ++i) footnotes_.emplace(answer.sources[i].id, i);
        }
    }

    SvgFigure figure() {
        measure();
        std::optional<picture::Layout> layout;
        if (options_.layout) layout = options_.layout(input_);
        if (!layout) layout = picture::layered_layout(input_);
        out_.size = layout->size;
        for (std::size_t i = 0; i < shown_.relationships.size(); ++i) relationship(i, layout->routes[i]);
        for (std::size_t i = 0; i < shown_.nodes.size(); ++i) node(i, layout->nodes[i]);
        legend();
        describe();
        if (shown_.is_cut()) out_.notes.push_back(shown_.notice());
        return std::move(out_);
    }

private:
    void measure() {
        for (const picture::ShownNode& node : shown_.nodes) {
            names_.push_back(picture::wrapped(node.name, name_width, name_size, 3));
            double width = 30;
            for (const std::string& line : names_.back()) width = std::max(width, picture::text_width(line, name_size));
            input_.nodes.push_back(
                {width + 20, static_cast<double>(names_.back().size()) * name_size * line_height + 12});
        }
        for (const picture::ShownRelationship& relationship : shown_.relationships) {
            verbs_.push_back(labelled_ ? verb_of(relationship) : "");
            const Size label = labelled_ ? Size{picture::text_width(verbs_.back(), verb_size) + 10, 15} : Size{};
            input_.edges.push_back({relationship.start, relationship.end, label});
        }
    }

    std::string verb_of(const picture::ShownRelationship& relationship) {
        Answer::Cited cited;
        for (const std::string& id : relationship.sources) {
            if (const auto found = footnotes_.find(id); found != footnotes_.end()) cited.push_back(found->second);
        }
        if (cited.empty()) return picture::wrapped(relationship.verb, 160, verb_size, 1).front();
        out_.cites = true;
        std::sort(cited.begin(), cited.end());
        cited.erase(std::unique(cited.begin(), cited.end()), cited.end());
        return picture::wrapped(relationship.verb + " [" + footnote_numbers(cited, answer_.sources) + "]", 160,
                                verb_size, 1)
            .front();
    }

    LineLook look_of(const picture::ShownRelationship& relationship) {
        LineLook look;
        if (relationship.denies) look.dashes = denial_dashes;
        if (labelled_) return look;
        static constexpr std::string_view dashes[] = {"", "8 3", "2 3", "8 3 2 3"};
        const auto [found, is_new] = types_.try_emplace(relationship.type, types_.size());
        if (is_new) verb_of_type_.push_back(relationship.verb);
        look.hue = static_cast<int>(found->second % picture::hues().size());
        if (!relationship.denies) look.dashes = dashes[found->second % std::size(dashes)];
        return look;
    }

    void relationship(std::size_t i, const picture::Route& route) {
        const picture::ShownRelationship& relationship = shown_.relationships[i];
        const LineLook look = look_of(relationship);
        out_.canvas.open(sentence_of(graph_, relationship.edge));
        out_.canvas.curve(route.curve, look, true);
        if (labelled_) {
            const double width = picture::text_width(verbs_[i], verb_size) + 4;
            out_.canvas.blank({route.label.x - width / 2, route.label.y - 6}, {width, 12});
            out_.canvas.text({route.label.x, route.label.y + verb_size * 0.35}, verbs_[i],
                             {.size = verb_size, .ink = Ink::soft, .anchor = TextLook::Anchor::middle});
        }
        out_.canvas.close();
        if (!labelled_ && sample_of_.size() < types_.size()) sample_of_.push_back(look);
    }

    int hue_of(const picture::ShownNode& node) const {
        return node.labels.empty() ? -1 : static_cast<int>(picture::hue_of(graph_, node.labels.front()));
    }

    std::string label_text(const picture::ShownNode& node) const {
        std::string out;
        for (const std::string& label : node.labels) {
            const LabelSchema* known = graph_.schema().label(label);
            out += (out.empty() ? "" : ", ") + (known != nullptr ? singular(*known) : label);
        }
        return out;
    }

    void node(std::size_t i, Point centre) {
        const picture::ShownNode& node = shown_.nodes[i];
        const std::string labels = label_text(node);
        const Size size = input_.nodes[i];
        out_.canvas.open(labels.empty() ? node.name : node.name + " (" + labels + ")");
        out_.canvas.box({centre.x - size.width / 2, centre.y - size.height / 2}, size, hue_of(node));
        const double lines = static_cast<double>(names_[i].size() - 1) * name_size * line_height;
        out_.canvas.text({centre.x, centre.y - lines / 2 + name_size * 0.35}, names_[i],
                         {.size = name_size, .anchor = TextLook::Anchor::middle});
        out_.canvas.close();
    }

    void legend() {
        std::vector<std::string> seen;
        for (const picture::ShownNode& node : shown_.nodes) {
            const std::string text = label_text(node);
            if (text.empty() || std::find(seen.begin(), seen.end(), text) != seen.end()) continue;
            seen.push_back(text);
            LegendEntry entry{.text = text, .sample = {}};
            entry.sample.box({2, 2}, {22, 12}, hue_of(node), 3);
            out_.legend.push_back(std::move(entry));
        }
        for (std::size_t i = 0; i < sample_of_.size(); ++i) {
            LegendEntry entry{.text = verb_of_type_[i], .sample = {}};
            entry.sample.curve({{0, 8}, {8, 8}, {16, 8}, {25, 8}}, sample_of_[i], true);
            out_.legend.push_back(std::move(entry));
        }
    }

    void describe() {
        const auto counted = [](std::size_t count, const std::string& what) {
            return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
        };
        out_.description = "A graph of " + counted(shown_.nodes.size(), "node") + " and " +
                           counted(shown_.relationships.size(), "relationship") + ".";
        for (std::size_t i = 0; i < std::min(shown_.relationships.size(), most_sentences); ++i)
            out_.description += " " + sentence_of(graph_, shown_.relationships[i].edge) + ".";
        if (shown_.relationships.size() > most_sentences)
            out_.description += " And " + std::to_string(shown_.relationships.size() - most_sentences) + " more.";
    }

    const Answer& answer_;
    const RenderOptions& options_;
    const PropertyGraph& graph_;
    picture::AnswerGraph shown_;
    bool labelled_;
    std::map<std::string, std::uint32_t> footnotes_;  // by id of the source
    picture::LayoutInput input_;
    std::vector<std::vector<std::string>> names_;
    std::vector<std::string> verbs_;
    std::map<std::string, std::size_t> types_;  // in the order in which they were met
    std::vector<std::string> verb_of_type_;
    std::vector<LineLook> sample_of_;
    SvgFigure out_;
};

}  // namespace

SvgFigure draw_graph(const Answer& answer, const RenderOptions& options) {
    return GraphFigure(answer, options).figure();
}

}  // namespace confer::engine::format
