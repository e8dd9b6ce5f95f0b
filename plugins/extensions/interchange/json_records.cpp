#include "interchange/json_records.h"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <algorithm>

namespace confer::interchange {

namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 16U;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr unsigned deepest = 64;
constexpr unsigned how =
    rapidjson::kParseFullPrecisionFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;

enum class Top : std::uint8_t { none, object, list };

// The file as RapidJSON reads it: ends with an endless row of '\0'.
class JsonSource {
public:
    using Ch = char;

    explicit JsonSource(Importing& file);
    char Peek() const { return at_ == end_ ? '\0' : *at_; }
    char Take();
    std::size_t Tell() const { return taken_; }
    std::uint32_t line() const { return line_; }

    // What RapidJSON asks of a stream to write to.
    char* PutBegin() { return nullptr; }
    void Put(char) {}
    void Flush() {}
    std::size_t PutEnd(char*) { return 0; }

private:
    void refill();

    Importing& file_;
    std::string buffer_;
    const char *at_ = nullptr, *end_ = nullptr;
    std::size_t taken_ = 0;
    std::uint32_t line_ = 1;
};

JsonSource::JsonSource(Importing& file) : file_(file) {
    refill();
    if (std::string_view(at_, static_cast<std::size_t>(end_ - at_)).substr(0, byte_order_mark.size()) ==
        byte_order_mark)
        at_ += byte_order_mark.size();
}

void JsonSource::refill() {
    buffer_.resize(buffer_size);
    const std::size_t size = file_.read(buffer_.data(), buffer_size);
    at_ = buffer_.data();
    end_ = at_ + size;
}

char JsonSource::Take() {
    if (at_ == end_) return '\0';
    const char taken = *at_++;
    ++taken_;
    if (taken == '\n') ++line_;
    if (at_ == end_) refill();
    return taken;
}

// RapidJSON's events: into the record, or to where it will begin.
struct Events {
    using Ch = char;

    Importing& file;
    const JsonSource& source;
    const std::vector<std::string>& lists;
    const std::function<void(const JsonRecord&)>& visit;
    JsonRecord record = {};
    rapidjson::Document& json = record.json;
    Top top = Top::none;
    bool in_list = false;
    std::string key = {};
    unsigned inside = 0;  // objects and lists of the record that are open
    bool too_deep = false;

    Events(Importing& file_, const JsonSource& source_, const std::vector<std::string>& lists_,
           const std::function<void(const JsonRecord&)>& visit_)
        : file(file_), source(source_), lists(lists_), visit(visit_) {}

    template <class Feed>
    bool scalar(Feed feed) {
        if (inside > 0) return feed();
        if (top == Top::none) return false;
        begin();
        return feed() && complete();
    }
    void begin() {
        record.list = key;
        record.is_element = in_list || top == Top::list;
        record.line = source.line();
    }
    bool deeper() {
        too_deep = ++inside > deepest;
        return !too_deep;
    }
    bool shallower() { return --inside > 0 || complete(); }
    // The document has what it was told on its stack; from there it becomes the record.
    bool complete() {
        const auto already_told = [](rapidjson::Document&) { return true; };
        json.Populate(already_told);
        file.at_line(record.line);
        visit(record);
        json.SetNull();
        json.GetAllocator().Clear();
        return !file.failed();
    }

    bool Null() {
        return scalar([&] { return json.Null(); });
    }
    bool Bool(bool boolean) {
        return scalar([&] { return json.Bool(boolean); });
    }
    bool Int(int number) {
        return scalar([&] { return json.Int(number); });
    }
    bool Uint(unsigned number) {
        return scalar([&] { return json.Uint(number); });
    }
    bool Int64(std::int64_t number) {
        return scalar([&] { return json.Int64(number); });
    }
    bool Uint64(std::uint64_t number) {
        return scalar([&] { return json.Uint64(number); });
    }
    bool Double(double number) {
        return scalar([&] { return json.Double(number); });
    }
    bool RawNumber(const char* text, unsigned size, bool copy) {
        return scalar([&] { return json.RawNumber(text, size, copy); });
    }
    bool String(const char* text, unsigned size, bool) {
        return scalar([&] { return json.String(text, size, true); });
    }
    bool Key(const char* text, unsigned size, bool) {
        if (inside > 0) return json.Key(text, size, true);
        key.assign(text, size);
        return true;
    }
    bool StartObject() {
        if (inside == 0 && top == Top::none) {
            top = Top::object;
            return true;
        }
        if (inside == 0) begin();
        return deeper() && json.StartObject();
    }
    bool EndObject(unsigned members) { return inside == 0 || (json.EndObject(members) && shallower()); }
    bool StartArray() {
        if (inside == 0 && top == Top::none) {
            top = Top::list;
            return true;
        }
        const bool is_long = std::find(lists.begin(), lists.end(), key) != lists.end();
        if (inside == 0 && top == Top::object && !in_list && is_long) {
            in_list = true;
            return true;
        }
        if (inside == 0) begin();
        return deeper() && json.StartArray();
    }
    bool EndArray(unsigned elements) {
        if (inside > 0) return json.EndArray(elements) && shallower();
        in_list = false;
        return true;
    }
};

}  // namespace

void each_record(Importing& file, const std::vector<std::string>& lists,
                 const std::function<void(const JsonRecord&)>& visit) {
    JsonSource source(file);
    Events events(file, source, lists, visit);
    rapidjson::Reader reader;
    const rapidjson::ParseResult result = reader.Parse<how>(source, events);
    if (!result.IsError() || file.failed()) return;
    file.at_line(source.line());
    if (events.too_deep) {
        file.problem("objects and lists are nested more than " + std::to_string(deepest) + " deep");
    } else if (result.Code() == rapidjson::kParseErrorTermination) {
        file.problem("the file must hold an object or a list");
    } else {
        file.problem(std::string("this is no JSON: ") + rapidjson::GetParseError_En(result.Code()));
    }
}

}  // namespace confer::interchange
