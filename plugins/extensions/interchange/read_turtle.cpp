// Turtle: what is read, by Serd. docs/interchange.md; tests: tests/suites/interchange/rdf_test.py.
#include <serd/serd.h>

#include <cstdarg>
#include <cstdio>
#include <memory>

#include "interchange/formats.h"
#include "interchange/nesting.h"
#include "interchange/rdf_reader.h"

namespace confer::interchange {

namespace {

constexpr std::size_t deepest = 64;  // Serd recurses

// Serd takes a byte at a time, so that the line is known that a statement stands in.
class TurtleFile {
public:
    explicit TurtleFile(Importing& into)
        : into_(into),
          graph_(into),
          environment_(serd_env_new(nullptr), serd_env_free),
          reader_(serd_reader_new(SERD_TURTLE, this, nullptr, on_base, on_prefix, on_statement, nullptr),
                  serd_reader_free) {
        serd_reader_set_error_sink(reader_.get(), on_error, this);
    }

    void read() {
        serd_reader_start_source_stream(reader_.get(), next_byte, failed, this, nullptr, 1);
        SerdStatus status = SERD_SUCCESS;
        while (status == SERD_SUCCESS && !into_.failed()) status = serd_reader_read_chunk(reader_.get());
        serd_reader_end_stream(reader_.get());
        if (status > SERD_FAILURE && !reported_) into_.problem("this is no Turtle");
        graph_.hand_over();
    }

private:
    static TurtleFile& self(void* handle) { return *static_cast<TurtleFile*>(handle); }
    static std::size_t next_byte(void* into, std::size_t, std::size_t, void* handle) {
        return self(handle).take(static_cast<char*>(into));
    }
    static int failed(void* handle) { return self(handle).into_.failed() ? 1 : 0; }
    static SerdStatus on_base(void* handle, const SerdNode* iri) {
        return serd_env_set_base_uri(self(handle).environment_.get(), iri);
    }
    static SerdStatus on_prefix(void* handle, const SerdNode* name, const SerdNode* iri) {
        return serd_env_set_prefix(self(handle).environment_.get(), name, iri);
    }
    static SerdStatus on_statement(void* handle, SerdStatementFlags, const SerdNode*, const SerdNode* subject,
                                   const SerdNode* predicate, const SerdNode* object, const SerdNode* datatype,
                                   const SerdNode*) {
        TurtleFile& file = self(handle);
        RdfObject value{RdfObject::Kind::iri, file.text_of(object)};
        if (object->type == SERD_LITERAL) {
            value.kind = RdfObject::Kind::literal;
            if (datatype != nullptr && datatype->buf != nullptr) value.datatype = file.text_of(datatype);
        } else if (object->type == SERD_BLANK) {
            value.kind = RdfObject::Kind::blank;
        }
        file.graph_.add(file.text_of(subject), file.text_of(predicate), std::move(value), file.line_);
        return SERD_SUCCESS;
    }
    static SerdStatus on_error(void* handle, const SerdError* error) {
        TurtleFile& file = self(handle);
        char text[300];
        std::vsnprintf(text, sizeof text, error->fmt, *error->args);
        std::string message(text);
        while (!message.empty() && message.back() == '\n') message.pop_back();
        if (file.reported_) return SERD_SUCCESS;  // the rest follows from the first
        file.into_.at_line(error->line == 0 ? file.line_ : error->line);
        file.into_.problem("this is no Turtle: " + message);
        file.reported_ = true;
        return SERD_SUCCESS;
    }

    std::size_t take(char* into) {
        if (at_ == buffer_.size()) {
            buffer_.resize(std::size_t{1} << 16U);
            buffer_.resize(into_.read(buffer_.data(), buffer_.size()));
            at_ = 0;
            if (buffer_.empty()) return 0;
        }
        if (nesting_.take(buffer_[at_]) > deepest) {
            into_.at_line(line_);
            if (!reported_)
                into_.problem("lists and blank nodes are nested more than " + std::to_string(deepest) + " deep");
            reported_ = true;
            return 0;
        }
        *into = buffer_[at_++];
        if (*into == '\n') ++line_;
        return 1;
    }

    // An IRI in full, the name of a blank node, or the text of a literal.
    std::string text_of(const SerdNode* node) const {
        const auto plain = [](const SerdNode& one) {
            return std::string(reinterpret_cast<const char*>(one.buf), one.n_bytes);
        };
        if (node->type == SERD_LITERAL) return plain(*node);
        if (node->type == SERD_BLANK) return "_:" + plain(*node);
        SerdNode expanded = serd_env_expand_node(environment_.get(), node);
        std::string text = expanded.buf == nullptr ? plain(*node) : plain(expanded);
        serd_node_free(&expanded);
        return text;
    }

    Importing& into_;
    RdfReader graph_;
    std::unique_ptr<SerdEnv, decltype(&serd_env_free)> environment_;
    std::unique_ptr<SerdReader, decltype(&serd_reader_free)> reader_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
    TurtleNesting nesting_;
    bool reported_ = false;
};

}  // namespace

std::int32_t read_turtle(const confer_host_v1* host, void*, confer_call* call) {
    Importing into(host, call);
    TurtleFile(into).read();
    return into.finish();
}

}  // namespace confer::interchange
