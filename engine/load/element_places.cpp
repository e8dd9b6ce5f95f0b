// Test: tests/suites/check/places_test.cpp.
#include "load/element_places.h"

#include <rapidjson/reader.h>

#include <set>

#include "load/graph_location.h"
#include "load/json_stream_internal.h"

namespace confer::engine::load {

namespace {

// Only what stands directly in the root's `include`, and in the elements of its `nodes` and `edges`, is looked at.
class PlaceHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, PlaceHandler> {
public:
    using Found = std::map<ElementKey, ElementPlace>;

    PlaceHandler(JsonStream& stream, std::string file, const std::set<ElementKey>& wanted, Found& found)
        : stream_(stream), file_(std::move(file)), wanted_(wanted), found_(found) {}

    std::vector<std::string> take_includes() && { return std::move(includes_); }

    bool Default() { return true; }
    bool String(const char* text, unsigned size, bool) {
        if (depth_ == 2 && root_key_ == "include") includes_.emplace_back(text, size);
        if (depth_ != 3 || !in_elements()) return true;
        if (key_ == "id" || key_ == "from") id_.assign(text, size);
        if (key_ == "type") type_.assign(text, size);
        if (key_ == "to") to_.assign(text, size);
        return true;
    }
    bool Key(const char* text, unsigned size, bool) {
        if (depth_ == 1) root_key_.assign(text, size);
        if (depth_ == 3) key_.assign(text, size);
        return true;
    }
    bool StartObject() {
        if (++depth_ == 3) {
            line_ = stream_.line();
            id_.clear();
            type_.clear();
            to_.clear();
        }
        return true;
    }
    bool EndObject(unsigned) {
        if (depth_-- != 3 || !in_elements()) return true;
        const ElementKey key = root_key_ == "nodes" ? ElementKey{id_, {}, {}} : ElementKey{id_, type_, to_};
        if (wanted_.contains(key)) found_.try_emplace(key, ElementPlace{file_, line_});
        return true;
    }
    bool StartArray() {
        ++depth_;
        return true;
    }
    bool EndArray(unsigned) {
        --depth_;
        return true;
    }

private:
    bool in_elements() const { return root_key_ == "nodes" || root_key_ == "edges"; }

    JsonStream& stream_;
    std::string file_;
    const std::set<ElementKey>& wanted_;
    Found& found_;
    unsigned depth_ = 0;
    std::uint32_t line_ = 0;
    std::string root_key_, key_, id_, type_, to_;
    std::vector<std::string> includes_;
};

}  // namespace

std::map<ElementKey, ElementPlace> find_places(std::string_view path, const std::vector<ElementKey>& wanted) {
    const GraphLocation location = locate_graph(path);
    const DiskFiles files(location.folder);
    const std::set<ElementKey> keys(wanted.begin(), wanted.end());
    std::map<ElementKey, ElementPlace> found;
    std::vector<std::string> open{location.file};
    for (std::size_t i = 0; i < open.size() && found.size() < keys.size(); ++i) {
        const auto bytes = files.open(open[i]);
        if (!bytes.has_value()) continue;
        JsonStream stream(*bytes.value());
        PlaceHandler handler(stream, files.display_name(open[i]), keys, found);
        rapidjson::Reader().Parse(stream, handler);
        const std::vector<std::string> includes = std::move(handler).take_includes();
        if (i == 0) open.insert(open.end(), includes.begin(), includes.end());
    }
    return found;
}

}  // namespace confer::engine::load
