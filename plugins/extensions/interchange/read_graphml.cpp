// GraphML: what is read, as it comes. Of other programs' files: labels where Neo4j and TinkerPop write them; nested
// graphs flattened; what is drawn left out. docs/interchange.md; tests: tests/suites/interchange/graphml_test.py.
#include <expat.h>

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>

#include "interchange/column.h"
#include "interchange/formats.h"
#include "interchange/graphml_names.h"
#include "interchange/json_scalar.h"
#include "interchange/xml_text.h"

namespace confer::interchange {

namespace {

constexpr char separator = '|';  // between a namespace and a name
constexpr std::string_view graphml_namespace = "http://graphml.graphdrawing.org/xmlns|";
constexpr std::string_view type_of_no_edge = "EDGE";  // of edges that name no type
constexpr std::size_t buffer_size = std::size_t{1} << 16U;

struct KeyDeclaration {
    std::string id, element, name, about;
    Column column;
    std::string fallback;  // <default>
    bool has_fallback = false;
};

struct Data {
    const KeyDeclaration* key;
    std::string text;
    std::uint32_t line;
};

// A node or an edge, until it is complete.
struct Element {
    bool is_node = true;
    std::string id, from, to, labels, type;
    std::vector<Data> data;
    std::uint32_t line = 0;
};

using Attributes = const char**;

std::string attribute(Attributes attributes, std::string_view name) {
    for (; *attributes != nullptr; attributes += 2) {
        if (*attributes == name) return attributes[1];
    }
    return {};
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(space);
    return begin == std::string_view::npos ? "" : text.substr(begin, text.find_last_not_of(space) - begin + 1);
}

class GraphmlReader {
public:
    explicit GraphmlReader(Importing& into);
    void read();

private:
    static void XMLCALL on_start(void* self, const char* name, const char** attributes) {
        static_cast<GraphmlReader*>(self)->start(name, attributes);
    }
    static void XMLCALL on_end(void* self, const char* name) { static_cast<GraphmlReader*>(self)->end(name); }
    static void XMLCALL on_text(void* self, const char* text, int size) {
        GraphmlReader& reader = *static_cast<GraphmlReader*>(self);
        if (reader.text_of_ > 0) reader.text_.append(text, static_cast<std::size_t>(size));
    }

    void start(std::string_view name, Attributes attributes);
    void end(std::string_view name);
    void declare_key(Attributes attributes);
    void settle_key();
    void begin_data(Attributes attributes);
    void end_data();
    void emit();
    void put_property(const KeyDeclaration& key, std::string_view text);
    void note_once(bool& noted, const char* sentence) {
        if (!noted) into_.note(sentence);
        noted = true;
    }
    std::uint32_t line() const { return static_cast<std::uint32_t>(XML_GetCurrentLineNumber(parser_.get())); }
    std::string plain(std::string_view text) const { return is_ours_ ? from_xml(text) : std::string(text); }
    void problem(const std::string& message, const std::string& hint = {}) {
        into_.at_line(line());
        into_.problem(message, hint);
    }

    Importing& into_;
    std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_;
    std::unordered_map<std::string, KeyDeclaration> keys_;
    std::vector<const KeyDeclaration*> with_fallback_;
    KeyDeclaration declared_;  // while its element is open
    bool declaring_ = false, is_ours_ = false, seen_graph_ = false, has_elements_ = false;
    std::vector<Element> open_;  // nodes may hold graphs
    const KeyDeclaration* data_key_ = nullptr;
    bool data_of_graph_ = false;
    std::string text_;
    unsigned depth_ = 0, text_of_ = 0, foreign_ = 0;  // text_of_: how deep the element is whose text is kept
    bool noted_nesting_ = false, noted_undirected_ = false, noted_drawing_ = false;
};

GraphmlReader::GraphmlReader(Importing& into)
    : into_(into), parser_(XML_ParserCreateNS(nullptr, separator), XML_ParserFree) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
}

void GraphmlReader::read() {
    for (;;) {
        void* const buffer = XML_GetBuffer(parser_.get(), buffer_size);
        if (buffer == nullptr) return into_.problem("the machine has no memory left for this file");
        const std::size_t size = into_.read(static_cast<char*>(buffer), buffer_size);
        if (XML_ParseBuffer(parser_.get(), static_cast<int>(size), size == 0 ? 1 : 0) == XML_STATUS_ERROR)
            return problem(std::string("this is no XML: ") + XML_ErrorString(XML_GetErrorCode(parser_.get())));
        if (size == 0 || into_.failed()) break;
    }
    if (!seen_graph_ && !into_.failed()) into_.problem("the file holds no GraphML graph");
}

void GraphmlReader::start(std::string_view name, Attributes attributes) {
    ++depth_;
    if (name.find(separator) != std::string_view::npos) {
        if (name.substr(0, graphml_namespace.size()) != graphml_namespace) {
            if (data_key_ != nullptr) note_once(noted_drawing_, "what other programs say of the drawing is left out");
            if (foreign_ == 0) foreign_ = depth_;
            return;
        }
        name.remove_prefix(graphml_namespace.size());
    }
    if (foreign_ > 0) return;
    if (name == "key") {
        declare_key(attributes);
    } else if (name == "default" || name == "desc") {
        text_of_ = declaring_ ? depth_ : 0;
        text_.clear();
    } else if (name == "graph") {
        seen_graph_ = true;
        if (!open_.empty()) {
            note_once(noted_nesting_, "graphs inside of nodes are flattened");
            emit();
        }
        if (attribute(attributes, "edgedefault") == "undirected")
            note_once(noted_undirected_, "undirected edges are read as they stand, from source to target");
    } else if (name == "node") {
        open_.push_back({true, attribute(attributes, "id"), {}, {}, attribute(attributes, "labels"), {}, {}, line()});
        if (open_.back().id.empty()) problem("this node has no `id`");
    } else if (name == "edge") {
        open_.push_back({false,
                         {},
                         attribute(attributes, "source"),
                         attribute(attributes, "target"),
                         {},
                         attribute(attributes, "label"),
                         {},
                         line()});
        if (open_.back().from.empty() || open_.back().to.empty())
            problem("this edge lacks its `source` or its `target`");
    } else if (name == "data") {
        begin_data(attributes);
    } else if (name == "hyperedge") {
        problem("a graph has no edges of more than two ends", "make a node of it, with an edge to each end");
    }
}

void GraphmlReader::end(std::string_view name) {
    const unsigned depth = depth_--;
    if (foreign_ > 0) {
        if (depth == foreign_) foreign_ = 0;
        return;
    }
    if (name.find(separator) != std::string_view::npos) name.remove_prefix(graphml_namespace.size());
    if (name == "key") {
        settle_key();
    } else if (name == "default" && declaring_) {
        declared_.fallback = std::move(text_);
        declared_.has_fallback = true;
    } else if (name == "desc" && declaring_) {
        declared_.about = std::move(text_);
    } else if (name == "data") {
        end_data();
    } else if (name == "node" || name == "edge") {
        emit();
        open_.pop_back();
    }
    if (depth == text_of_) text_of_ = 0;
}

void GraphmlReader::declare_key(Attributes attributes) {
    declared_ = {attribute(attributes, "id"),
                 attribute(attributes, "for"),
                 attribute(attributes, "attr.name"),
                 {},
                 {},
                 {},
                 false};
    if (declared_.name.empty()) declared_.name = declared_.id;
    const std::string type = attribute(attributes, "attr.type"), list = attribute(attributes, "attr.list");
    declared_.column = column_headed(":" + (list.empty() ? type : list + "[]"));  // attr.list: as Neo4j writes it
    declaring_ = true;
}

void GraphmlReader::settle_key() {
    declaring_ = false;
    if (declared_.id == head_key && declared_.element == "graph") is_ours_ = true;
    const std::size_t mark = declared_.about.rfind(as_json);
    if (mark != std::string::npos) declared_.column = column_headed(":" + declared_.about.substr(0, mark));
    const auto [at, is_new] = keys_.emplace(declared_.id, std::move(declared_));
    if (!is_new) return problem("the key `" + at->first + "` is declared twice");
    if (at->second.has_fallback) with_fallback_.push_back(&at->second);
}

void GraphmlReader::begin_data(Attributes attributes) {
    const std::string id = attribute(attributes, "key");
    const auto found = keys_.find(id);
    if (found == keys_.end()) return problem("no key `" + id + "` is declared", "declare it before the graph");
    data_key_ = &found->second;
    data_of_graph_ = open_.empty();
    text_of_ = depth_;
    text_.clear();
}

void GraphmlReader::end_data() {
    if (data_key_ == nullptr) return;
    if (!data_of_graph_) {
        open_.back().data.push_back({data_key_, std::move(text_), line()});
    } else if (is_ours_ && data_key_->id == head_key) {
        into_.at_line(line());
        if (has_elements_) {
            into_.problem("the graph's head must come before its nodes and edges");
        } else {
            into_.head(from_xml(text_));
        }
    }
    data_key_ = nullptr;
    text_.clear();
}

// The innermost element, once all is known of it; after that, it has nothing more to say.
void GraphmlReader::emit() {
    Element& element = open_.back();
    if (element.line == 0) return;
    std::vector<const Data*> properties;
    for (const Data& data : element.data) {
        const std::string& name = is_ours_ ? data.key->id : data.key->name;
        if (element.is_node && (name == labels_key || (!is_ours_ && name == "labelV"))) {
            element.labels = plain(data.text);
        } else if (!element.is_node && (name == type_key || (!is_ours_ && (name == "labelE" || name == "label")))) {
            element.type = plain(data.text);
        } else {
            properties.push_back(&data);
        }
    }
    if (element.type.empty()) element.type = type_of_no_edge;
    has_elements_ = true;
    into_.at_line(std::exchange(element.line, 0));
    if (element.is_node && !element.id.empty()) {
        into_.begin_node(plain(element.id));
        for (const std::string& label : labels_in(element.labels)) into_.label(label);
    } else if (!element.is_node && !element.from.empty() && !element.to.empty()) {
        into_.begin_relationship(plain(element.from), element.type, plain(element.to));
    } else {
        return;
    }
    for (const Data* data : properties) {
        into_.at_line(data->line);
        put_property(*data->key, data->text);
    }
    for (const KeyDeclaration* key : with_fallback_) {
        const bool applies = key->element == "all" || key->element == (element.is_node ? "node" : "edge");
        const bool is_given =
            std::any_of(element.data.begin(), element.data.end(), [&](const Data& data) { return data.key == key; });
        if (applies && !is_given) put_property(*key, key->fallback);
    }
    into_.end_element();
}

void GraphmlReader::put_property(const KeyDeclaration& key, std::string_view text) {
    const bool is_node = open_.back().is_node;
    into_.key(is_ours_ ? from_xml(key.name) : free_key(key.name, is_node));
    if (key.column.is_list) return put_json_list(into_, key.column, plain(text));
    if (key.column.kind != CONFER_STRING) text = trimmed(text);
    put_text(into_, key.column, plain(text));
}

}  // namespace

std::int32_t read_graphml(const confer_host_v1* host, void*, confer_call* call) {
    Importing into(host, call);
    GraphmlReader(into).read();
    return into.finish();
}

}  // namespace confer::interchange
