// A lineage on an axis of years: each relative has a line of its own, the older ones above, with a point at its year
// and its name at the right of it. From what something descends from, a line goes down, and then to the right:
// everything stands below and at the right of what is older, so these lines cross no name. Where no year is known, the
// point is hollow and stands behind the axis, or, where others with a year descend from it, before them. Test:
// tests/suites/pictures/svg_test.cpp.
#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "format/svg_figure_internal.h"
#include "graph/sentence.h"
#include "picture/answer_graph.h"

namespace confer::engine::format {
namespace {

constexpr picture::GraphLimits most{.nodes = 80, .relationships = 200};
constexpr double axis_width = 460, undated_gap = 34, trunk_gap = 4, row_height = 30, top = 26, left = 20,
                 name_size = 12.5, name_width = 360, point = 5;
constexpr std::string_view year_key = "year", unknown_year = "year not recorded";

struct Relative {
    std::size_t node = 0;
    std::optional<std::int64_t> year;
    double place = 0;      // a year
    bool undated = false;  // behind the axis
    std::size_t generation = 0;
};

class LineageFigure {
public:
    explicit LineageFigure(const Answer& answer) : graph_(*answer.graph), shown_(picture::collect_graph(answer, most)) {
        const auto key = graph_.keys().find(year_key);
        for (std::size_t i = 0; i < shown_.nodes.size(); ++i) {
            Relative relative{.node = i, .year = {}};
            const Value year = key ? graph_.property(shown_.nodes[i].node, *key) : Value();
            if (year.is(Kind::integer)) relative.year = year.as_integer();
            relatives_.push_back(relative);
        }
    }

    SvgFigure figure() {
        if (!find_span()) return {};
        place_all();
        std::stable_sort(relatives_.begin(), relatives_.end(), [](const Relative& a, const Relative& b) {
            return std::tuple(a.undated, a.place, a.generation) < std::tuple(b.undated, b.place, b.generation);
        });
        row_of_.resize(relatives_.size());
        for (std::size_t row = 0; row < relatives_.size(); ++row) row_of_[relatives_[row].node] = row;
        foot_ = top + static_cast<double>(relatives_.size()) * row_height;
        axis();
        for (const picture::ShownRelationship& relationship : shown_.relationships) line(relationship);
        for (std::size_t row = 0; row < relatives_.size(); ++row) relative(row);
        out_.size = {std::max(widest_, left + axis_width + 10), foot_ + 6};
        describe();
        if (shown_.is_cut()) out_.notes.push_back(shown_.notice());
        return std::move(out_);
    }

private:
    bool find_span() {
        bool some = false;
        for (const Relative& relative : relatives_) {
            if (!relative.year) continue;
            const auto year = static_cast<double>(*relative.year);
            first_ = some ? std::min(first_, year) : year;
            last_ = some ? std::max(last_, year) : year;
            some = true;
        }
        constexpr double least = 10;  // years that the axis has room for
        if (last_ - first_ < least) {
            first_ = std::floor((first_ + last_ - least) / 2);
            last_ = first_ + least;
        }
        return some;
    }

    // Who has no year, and descendants with one, stands a little before the first of these; who has none stands behind
    // the axis. A few rounds carry places back over several generations.
    void place_all() {
        const double step = (last_ - first_) / 20;
        for (Relative& relative : relatives_)
            relative.place = relative.year ? static_cast<double>(*relative.year) : NAN;
        for (std::size_t round = 0; round < relatives_.size(); ++round) {
            bool changed = false;
            for (const picture::ShownRelationship& it : shown_.relationships) {
                Relative& older = relatives_[it.end];
                const double younger = relatives_[it.start].place;
                if (older.year || std::isnan(younger) || younger - step >= older.place) continue;
                older.place = younger - step;
                changed = true;
            }
            if (!changed) break;
        }
        for (Relative& relative : relatives_) {
            relative.undated = std::isnan(relative.place);
            if (relative.undated) relative.place = last_;
            first_ = std::min(first_, relative.place);
        }
        // Generations, for those of the same year; circles end after as many rounds as there are relatives.
        for (std::size_t round = 0; round < relatives_.size(); ++round) {
            for (const picture::ShownRelationship& it : shown_.relationships) {
                Relative& younger = relatives_[it.start];
                const std::size_t least = relatives_[it.end].generation + 1;
                if (it.start != it.end && younger.generation < least && least < relatives_.size())
                    younger.generation = least;
            }
        }
    }

    double x_of(double year) const { return left + (year - first_) / (last_ - first_) * axis_width; }
    Point place_of(std::size_t row) const {
        const double x = relatives_[row].undated ? left + axis_width + undated_gap : x_of(relatives_[row].place);
        return {x, top + (static_cast<double>(row) + 0.5) * row_height};
    }

    void axis() {
        const double rough = (last_ - first_) / 6;
        double step = 1;
        for (const double candidate : {1.0, 2.0, 5.0, 10.0, 20.0, 25.0, 50.0, 100.0, 200.0, 250.0, 500.0, 1000.0}) {
            step = candidate;
            if (candidate >= rough) break;
        }
        step = std::max(step, std::ceil(rough));
        for (double year = std::ceil(first_ / step) * step; year <= last_; year += step) {
            out_.canvas.line({x_of(year), top - 6}, {x_of(year), foot_}, {.width = 0.4, .dashes = "2 4"});
            out_.canvas.text({x_of(year), top - 11}, std::to_string(static_cast<std::int64_t>(year)),
                             {.size = 11, .ink = Ink::soft, .anchor = TextLook::Anchor::middle});
        }
    }

    void line(const picture::ShownRelationship& relationship) {
        const std::size_t row = row_of_[relationship.end];
        const Point older = place_of(row), younger = place_of(row_of_[relationship.start]);
        const double trunk = older.x - trunk_gap * static_cast<double>(trunk_of(row));
        const double side = younger.y > older.y ? 1 : -1, bend = std::min(8.0, std::abs(younger.x - trunk) / 2);
        const Point corner{trunk, younger.y}, from{trunk, older.y}, to{younger.x - point, younger.y};
        const Point above{trunk, younger.y - side * point}, before_bend{trunk, younger.y - side * bend};
        const Point after_bend{trunk + bend, younger.y};
        out_.canvas.open(sentence_of(graph_, relationship.edge));
        if (to.x < trunk) {  // of the same year: straight down
            out_.canvas.curve({from, from, above, above}, {.width = 1.2}, true);
        } else {
            out_.canvas.curve({from, from, before_bend, before_bend, corner, corner, after_bend, after_bend, to, to},
                              {.width = 1.2}, true);
        }
        out_.canvas.close();
    }

    // Points of the same year stand above each other: their lines go down beside each other.
    std::size_t trunk_of(std::size_t row) const {
        std::size_t before = 0;
        for (std::size_t i = row; i-- > 0 && relatives_[i].place == relatives_[row].place;)
            before += has_younger(i) ? 1 : 0;
        return before;
    }

    bool has_younger(std::size_t row) const {
        return std::any_of(shown_.relationships.begin(), shown_.relationships.end(),
                           [&](const picture::ShownRelationship& it) { return it.end == relatives_[row].node; });
    }

    void relative(std::size_t row) {
        const Relative& relative = relatives_[row];
        const std::string& name = shown_.nodes[relative.node].name;
        const std::string year = relative.year ? std::to_string(*relative.year) : std::string(unknown_year);
        const std::string text = picture::wrapped(name, name_width, name_size, 1).front();
        const Point at = place_of(row);
        out_.canvas.open(name + ", " + year);
        out_.canvas.circle(at, point, relative.year.has_value(), {.ink = Ink::strong, .width = 1.4, .dashes = ""});
        out_.canvas.text({at.x + point + 6, at.y + 4.2}, text, {.size = name_size});
        const double beside = at.x + point + 6 + picture::text_width(text, name_size) + 6;
        out_.canvas.text({beside, at.y + 4}, year, {.size = 11, .ink = Ink::soft});
        out_.canvas.close();
        const double end = beside + picture::text_width(year, 11);
        widest_ = std::max(widest_, end);
    }

    void describe() {
        out_.description = "A lineage by years.";
        for (const Relative& relative : relatives_) {
            out_.description += " " + shown_.nodes[relative.node].name + ": " +
                                (relative.year ? std::to_string(*relative.year) : std::string(unknown_year)) + ".";
        }
        for (const picture::ShownRelationship& relationship : shown_.relationships)
            out_.description += " " + sentence_of(graph_, relationship.edge) + ".";
    }

    const PropertyGraph& graph_;
    picture::AnswerGraph shown_;
    std::vector<Relative> relatives_;
    std::vector<std::size_t> row_of_;  // by node
    double first_ = 0, last_ = 0, foot_ = 0, widest_ = 0;
    SvgFigure out_;
};

}  // namespace

SvgFigure draw_lineage(const Answer& answer, const RenderOptions&) {
    return LineageFigure(answer).figure();
}

}  // namespace confer::engine::format
