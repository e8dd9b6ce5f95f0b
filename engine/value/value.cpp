// Shared storage behind a value: a counted header, then the text, or a list, map or path.
// Nested storage is released with a worklist, not by recursion: a value may be nested deeper than the
// stack is deep. Tested by suites/values/value_test.cpp.
#include "value/value.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <new>

#include "base/allocated.h"

namespace confer::engine {

struct Value::Shared {
    std::atomic<std::uint32_t> owners{1};
    std::uint32_t depth = 0;
};

namespace {

template <class Part>
std::size_t array_bytes(const std::vector<Part>& parts) {
    return allocated(parts.capacity() * sizeof(Part), parts.size() * sizeof(Part));
}

}  // namespace

// What stands in shared storage besides the header. Lists and maps never change, so that their size is known.
struct Value::ListStorage : Shared {
    explicit ListStorage(ValueList&& parts) : list(std::move(parts)) {
        depth = 1;
        bytes = allocated(sizeof(ListStorage)) + array_bytes(list);
        for (const Value& part : list) {
            depth = std::max(depth, part.depth() + 1);
            bytes += part.heap_bytes();
        }
    }
    ValueList list;
    std::size_t bytes = 0;  // all behind the value
};
struct Value::MapStorage : Shared {
    explicit MapStorage(ValueMap&& entries) : map(std::move(entries)) {
        depth = 1;
        bytes = allocated(sizeof(MapStorage)) + array_bytes(map);
        for (const auto& [key, part] : map) {
            depth = std::max(depth, part.depth() + 1);
            const bool inside = key.capacity() <= std::string().capacity();
            bytes += (inside ? 0 : allocated(key.capacity() + 1)) + part.heap_bytes();
        }
    }
    ValueMap map;
    std::size_t bytes = 0;
};
struct Value::PathStorage : Shared {
    explicit PathStorage(PathValue&& value) : path(std::move(value)) {}
    PathValue path;
};

Value::Value(std::string_view text) : kind_(Kind::string), length_(static_cast<std::uint32_t>(text.size())) {
    if (text.empty()) {
        payload_.text = "";
        return;
    }
    void* const storage = ::operator new(sizeof(Shared) + text.size());
    char* const copy = reinterpret_cast<char*>(new (storage) Shared + 1);
    std::memcpy(copy, text.data(), text.size());
    payload_.text = copy;
    owned_ = true;
}

Value::Value(ValueList list) : kind_(Kind::list), owned_(true) {
    payload_.shared = new ListStorage(std::move(list));
}

Value::Value(ValueMap map) : kind_(Kind::map), owned_(true) {
    const auto by_key = [](const auto& a, const auto& b) { return a.first < b.first; };
    if (!std::is_sorted(map.begin(), map.end(), by_key)) std::sort(map.begin(), map.end(), by_key);
    payload_.shared = new MapStorage(std::move(map));
}

Value::Value(PathValue path) : kind_(Kind::path), owned_(true) {
    assert(path.nodes.size() == path.edges.size() + 1);
    payload_.shared = new PathStorage(std::move(path));
}

Value Value::borrowed(std::string_view text) noexcept {
    Value value;
    value.kind_ = Kind::string;
    value.length_ = static_cast<std::uint32_t>(text.size());
    value.payload_.text = text.empty() ? "" : text.data();
    return value;
}

Value Value::node(NodeId id) noexcept {
    Value value;
    if (id == no_id) return value;
    value.kind_ = Kind::node;
    value.payload_.integer = id;
    return value;
}

Value Value::relationship(EdgeId id) noexcept {
    Value value;
    if (id == no_id) return value;
    value.kind_ = Kind::relationship;
    value.payload_.integer = id;
    return value;
}

std::span<const Value> Value::as_list() const {
    assert(is(Kind::list));
    return static_cast<const ListStorage*>(payload_.shared)->list;
}

const ValueMap& Value::as_map() const {
    assert(is(Kind::map));
    return static_cast<const MapStorage*>(payload_.shared)->map;
}

const PathValue& Value::as_path() const {
    assert(is(Kind::path));
    return static_cast<const PathStorage*>(payload_.shared)->path;
}

const Value* Value::find(std::string_view key) const {
    const ValueMap& map = as_map();
    const auto entry =
        std::lower_bound(map.begin(), map.end(), key, [](const auto& e, std::string_view k) { return e.first < k; });
    return entry != map.end() && entry->first == key ? &entry->second : nullptr;
}

std::uint32_t Value::depth() const noexcept {
    return kind_ == Kind::list || kind_ == Kind::map ? payload_.shared->depth : 0;
}

std::size_t Value::heap_bytes() const {
    if (!owned_) return 0;
    switch (kind_) {
        case Kind::string:
            return allocated(sizeof(Shared) + length_);
        case Kind::list:
            return static_cast<const ListStorage*>(payload_.shared)->bytes;
        case Kind::map:
            return static_cast<const MapStorage*>(payload_.shared)->bytes;
        case Kind::path: {
            const PathValue& path = as_path();
            return allocated(sizeof(PathStorage)) + array_bytes(path.nodes) + array_bytes(path.edges);
        }
        default:
            return 0;
    }
}

Value::Shared* Value::shared() const noexcept {
    if (kind_ != Kind::string) return payload_.shared;
    return reinterpret_cast<Shared*>(const_cast<char*>(payload_.text)) - 1;
}

void Value::retain() const noexcept {
    shared()->owners.fetch_add(1, std::memory_order_relaxed);
}

void Value::release() noexcept {
    if (shared()->owners.fetch_sub(1, std::memory_order_acq_rel) == 1) destroy();
    owned_ = false;
    kind_ = Kind::null;
}

void Value::destroy() noexcept {
    switch (kind_) {
        case Kind::string:
            shared()->~Shared();
            ::operator delete(shared());
            return;
        case Kind::path:
            delete static_cast<PathStorage*>(payload_.shared);
            return;
        default:
            break;
    }
    // Parts that are lists or maps themselves wait here, so that no destructor nests in another.
    std::vector<Value> waiting;
    const auto keep = [&waiting](Value& part) {
        if (part.depth() > 0) waiting.push_back(std::move(part));
    };
    const auto dismantle = [&keep](const Value& value) {
        if (value.kind_ == Kind::list) {
            auto* const storage = static_cast<ListStorage*>(value.payload_.shared);
            if (storage->depth > 1) std::for_each(storage->list.begin(), storage->list.end(), keep);
            delete storage;
        } else {
            auto* const storage = static_cast<MapStorage*>(value.payload_.shared);
            if (storage->depth > 1) {
                for (auto& entry : storage->map) keep(entry.second);
            }
            delete storage;
        }
    };
    dismantle(*this);
    while (!waiting.empty()) {
        Value value = std::move(waiting.back());
        waiting.pop_back();
        if (value.shared()->owners.fetch_sub(1, std::memory_order_acq_rel) == 1) dismantle(value);
        value.owned_ = false;  // let go of just now
    }
}

}  // namespace confer::engine
