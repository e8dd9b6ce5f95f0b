#pragma once
// c_internal: what is behind the handles of confer.h: the types of confer.hpp, and what C needs to borrow from them.
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <string_view>

#include "confer/confer.h"
#include "confer/confer.hpp"

struct confer_error {
    confer_status status = CONFER_INTERNAL;
    confer::Error error;
};
struct confer_graph {
    confer::Graph graph;
};
struct confer_statement {
    confer::Statement statement;
};
struct confer_interrupt {
    confer::Interrupt interrupt;
};

// A value with handles on its parts. Stays where it is; immutable, but for the text that it keeps once it was asked
// for.
struct confer_datum {
    confer_datum() = default;
    confer_datum(const confer_datum&) = delete;
    confer_datum& operator=(const confer_datum&) = delete;
    ~confer_datum() { delete text.load(); }

    confer::Value value;
    std::size_t size = 0;
    std::unique_ptr<confer_datum[]> parts;
    mutable std::atomic<const std::string*> text{nullptr};
};

struct confer_answer {
    explicit confer_answer(confer::Answer of);
    confer_answer(const confer_answer&) = delete;
    confer_answer& operator=(const confer_answer&) = delete;
    ~confer_answer();

    const confer::Answer answer;
    const std::vector<confer::Source> sources;
    const std::unique_ptr<std::atomic<confer_datum*>[]> rows;  // each an array of its values, once it was asked for
};

namespace confer::c {

// Puts the error where it is wanted, and says of which class it is.
confer_status give(confer_error** out, const Error& error);
confer_status misuse(confer_error** out, const char* message);
confer_status out_of_memory(confer_error** out) noexcept;
confer_status broken(confer_error** out, const char* what) noexcept;

// What body() says; an exception becomes an error.
template <class Body>
confer_status guarded(confer_error** error, Body body) noexcept {
    try {
        return body();
    } catch (const std::bad_alloc&) {
        return out_of_memory(error);
    } catch (const std::exception& exception) {
        return broken(error, exception.what());
    } catch (...) {
        return broken(error, "an exception of no known kind");
    }
}

inline std::string_view view(const char* text, std::size_t size) {
    return size == CONFER_NUL ? std::string_view(text) : std::string_view(text, size);
}

// The text as C has it, with its length.
inline const char* lend(const std::string& text, std::size_t* size) noexcept {
    if (size != nullptr) *size = text.size();
    return text.c_str();
}
inline const char* lend_nothing(std::size_t* size) noexcept {
    if (size != nullptr) *size = 0;
    return "";
}

// A copy for confer_free.
char* hand_out(const std::string& text, std::size_t* size);

const confer_datum& null_datum() noexcept;
// Lets `datum` be the value. REQUIRES: it is null so far.
void fill(confer_datum& datum, Value value);

}  // namespace confer::c
