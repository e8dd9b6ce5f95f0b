// An UpSet picture: a row for each thing with the number of what it has, a column for each combination of them with the
// number of what just these have, dots where a column meets the rows it is about; below, what is shared, by letters.
// Source: see picture/shared_sets.h. Test: tests/suites/pictures/svg_test.cpp.
#include <algorithm>

#include "format/svg_figure_internal.h"
#include "picture/shared_sets.h"

namespace confer::engine::format {
namespace {

constexpr std::size_t most_sets = 8, most_shared = 16, most_alone = 8, most_listed = 8;
constexpr double name_width = 190, size_bar = 70, row_height = 28, column_width = 28, bars_height = 110, bars_top = 16;
constexpr double dot = 6.5;

class SetsFigure {
public:
    explicit SetsFigure(const Answer& answer) : sets_(picture::collect_sets(answer, most_sets)) { choose_columns(); }

    SvgFigure figure() {
        if (sets_.sets.empty()) return {};
        left_ = name_width + 12 + size_bar + 44;
        rows_top_ = bars_top + bars_height + 14;
        for (std::size_t row = 0; row < sets_.sets.size(); ++row) set(row);
        for (std::size_t column = 0; column < columns_.size(); ++column) intersection(column);
        out_.size = {std::max(left_ + static_cast<double>(columns_.size()) * column_width, 640.0),
                     row_y(sets_.sets.size()) + 22};
        axis_titles();
        list();
        notes();
        describe();
        return std::move(out_);
    }

private:
    using Intersection = picture::SharedSets::Intersection;

    void choose_columns() {
        std::size_t shared = 0, alone = 0;
        for (const Intersection& each : sets_.intersections) {
            std::size_t& count = each.is_shared() ? shared : alone;
            if (count++ < (each.is_shared() ? most_shared : most_alone)) columns_.push_back(&each);
        }
        for (const Intersection* column : columns_) largest_ = std::max(largest_, column->elements.size());
        for (const auto& set : sets_.sets) largest_set_ = std::max(largest_set_, set.size);
    }

    double row_y(std::size_t row) const { return rows_top_ + static_cast<double>(row) * row_height; }
    double column_x(std::size_t column) const { return left_ + (static_cast<double>(column) + 0.5) * column_width; }

    static std::string letter(std::size_t column) { return std::string(1, static_cast<char>('a' + column)); }

    void set(std::size_t row) {
        const auto& set = sets_.sets[row];
        const double middle = row_y(row) + row_height / 2;
        const double width =
            size_bar * static_cast<double>(set.size) / static_cast<double>(std::max<std::size_t>(largest_set_, 1));
        out_.canvas.open(set.name + ": " + std::to_string(set.size));
        std::vector<std::string> name = picture::wrapped(set.name, name_width, 12, 1);
        const bool is_long = name.front().ends_with("…");
        const TextLook look{.size = is_long ? 10.5 : 12.0, .anchor = TextLook::Anchor::end};
        if (is_long) name = picture::wrapped(set.name, name_width, look.size, 2);
        const double above = static_cast<double>(name.size() - 1) * look.size * line_height / 2;
        out_.canvas.text({name_width, middle - above + look.size * 0.35}, name, look);
        out_.canvas.bar({name_width + 12, middle - 6}, {width, 12}, Ink::soft);
        out_.canvas.text({name_width + 18 + width, middle + 4}, std::to_string(set.size),
                         {.size = 11, .ink = Ink::soft});
        out_.canvas.close();
        out_.canvas.line({0, row_y(row) + row_height},
                         {left_ + static_cast<double>(columns_.size()) * column_width, row_y(row) + row_height},
                         {.width = 0.3});
    }

    std::string names_in(const Intersection& each) const {
        std::string out;
        for (std::size_t i = 0; i < sets_.sets.size(); ++i) {
            if ((each.members >> i & 1U) != 0) out += (out.empty() ? "" : ", ") + sets_.sets[i].name;
        }
        return out;
    }

    static std::string elements_of(const Intersection& each) {
        std::string out;
        for (const std::string& element : each.elements) out += (out.empty() ? "" : "; ") + element;
        return out;
    }

    void intersection(std::size_t column) {
        const Intersection& each = *columns_[column];
        const double x = column_x(column);
        const double height =
            std::max(bars_height * static_cast<double>(each.elements.size()) / static_cast<double>(largest_), 2.0);
        const Ink ink = each.is_shared() ? Ink::strong : Ink::soft;
        out_.canvas.open((each.is_shared() ? "" : "only ") + names_in(each) + ": " + elements_of(each));
        out_.canvas.bar({x - 8, bars_top + bars_height - height}, {16, height}, ink);
        out_.canvas.text({x, bars_top + bars_height - height - 4}, std::to_string(each.elements.size()),
                         {.size = 11, .ink = ink, .anchor = TextLook::Anchor::middle});
        std::size_t first = sets_.sets.size(), last = 0;
        for (std::size_t row = 0; row < sets_.sets.size(); ++row) {
            if ((each.members >> row & 1U) == 0) continue;
            first = std::min(first, row);
            last = row;
        }
        if (first < last)
            out_.canvas.line({x, row_y(first) + row_height / 2}, {x, row_y(last) + row_height / 2},
                             {.ink = ink, .width = 2.4});
        for (std::size_t row = 0; row < sets_.sets.size(); ++row) {
            const bool in = (each.members >> row & 1U) != 0;
            const Point centre{x, row_y(row) + row_height / 2};
            in ? out_.canvas.circle(centre, dot, true, {.ink = ink})
               : out_.canvas.circle(centre, 2, true, {.ink = Ink::soft});
        }
        if (each.is_shared() && column < most_listed) {
            out_.canvas.text({x, row_y(sets_.sets.size()) + 16}, letter(column),
                             {.size = 12, .weight = Weight::bold, .anchor = TextLook::Anchor::middle});
        }
        out_.canvas.close();
    }

    void axis_titles() {
        out_.canvas.text({left_ - 8, bars_top + bars_height - 2}, "how many just these have",
                         {.size = 11, .ink = Ink::soft, .anchor = TextLook::Anchor::end});
        out_.canvas.line({left_, bars_top + bars_height + 0.5},
                         {left_ + static_cast<double>(columns_.size()) * column_width, bars_top + bars_height + 0.5},
                         {.width = 0.8});
    }

    void list() {
        double y = out_.size.height + 6;
        for (std::size_t column = 0; column < columns_.size() && column < most_listed; ++column) {
            if (!columns_[column]->is_shared()) break;
            const auto lines = picture::wrapped(elements_of(*columns_[column]), out_.size.width - 24, 12, 3);
            out_.canvas.text({0, y + 12}, letter(column), {.size = 12, .weight = Weight::bold});
            out_.canvas.text({18, y + 12}, lines, {.size = 12});
            y += static_cast<double>(lines.size()) * 12 * line_height + 4;
        }
        out_.size.height = y;
    }

    void notes() {
        if (sets_.sets.size() < sets_.all_sets) {
            out_.notes.push_back("The first " + std::to_string(sets_.sets.size()) + " of " +
                                 std::to_string(sets_.all_sets) + " are drawn: ask about fewer to see others.");
        }
        if (columns_.size() < sets_.intersections.size()) {
            out_.notes.push_back(std::to_string(sets_.intersections.size() - columns_.size()) +
                                 " smaller combinations are left out.");
        }
    }

    void describe() {
        out_.description = "Sets and their overlaps.";
        for (const auto& set : sets_.sets)
            out_.description += " " + set.name + " has " + std::to_string(set.size) + ".";
        for (const Intersection* column : columns_) {
            if (column->is_shared())
                out_.description += " Shared by just " + names_in(*column) + ": " + elements_of(*column) + ".";
        }
    }

    picture::SharedSets sets_;
    std::vector<const Intersection*> columns_;
    std::size_t largest_ = 1, largest_set_ = 1;
    double left_ = 0, rows_top_ = 0;
    SvgFigure out_;
};

}  // namespace

SvgFigure draw_sets(const Answer& answer, const RenderOptions&) {
    return SetsFigure(answer).figure();
}

}  // namespace confer::engine::format
