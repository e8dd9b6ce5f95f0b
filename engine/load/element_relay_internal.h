#pragma once
// ElementRelay: what a file's parser finds in nodes and edges -> ElementReader; of a long file, in a second thread.
//
// Parsing a large graph and building it take about the same time. Once a file has proved long, its events are written
// to a tape, and a thread of the relay's plays it to the reader while the parser goes on. Short files never see the
// thread. Either way the reader gets the same events in the same order, each with its line.
//
// Shapes     a tape: a byte for the kind of each event; behind it, of some, a line, an index, or a size and a text.
// Threads    one calls; the relay's own is the only other that touches the LoadState, and not after catch_up().
// Errors     what the relay's thread throws (exhausted memory) is thrown by one of the next calls.
// Cost       about as much as copying the texts; three tapes of a megabyte.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "load/element_reader_internal.h"
#include "load/json_stream_internal.h"
#include "load/load_state_internal.h"

namespace confer::engine::load {

class ElementRelay {
public:
    using Element = ElementReader::Element;

    ElementRelay(LoadState& state, std::uint32_t file, const JsonStream& stream);
    ~ElementRelay();

    // ---- as of ElementReader; at the line that the stream has come to
    void begin(Element element, std::uint32_t index);
    void key(std::string_view name) { text_event(Event::key, name); }
    void text(std::string_view text) { text_event(Event::text, text); }
    void number(std::string_view text) { text_event(Event::number, text); }
    void boolean(bool boolean) { plain_event(boolean ? Event::yes : Event::no); }
    void null() { plain_event(Event::null); }
    void begin_list() { plain_event(Event::begin_list); }
    void end_list() { plain_event(Event::end_list); }
    void nested(std::string_view what) { text_event(Event::nested, what); }
    void end() { plain_event(Event::end); }
    void flush();

    // Waits until the reader has got everything: to be called before anything else looks at the LoadState.
    void catch_up();

private:
    enum class Event : std::uint8_t {
        line,
        begin_node,
        begin_edge,
        key,
        text,
        number,
        yes,
        no,
        null,
        begin_list,
        end_list,
        nested,
        end
    };
    class Thread;

    void text_event(Event event, std::string_view text);
    void plain_event(Event event);
    void start();
    void note_line();
    static void tell(ElementReader& reader, Event event, std::string_view text);
    static void play(const char* tape, const char* end, ElementReader& reader);

    const JsonStream& stream_;
    ElementReader reader_;
    std::unique_ptr<Thread> thread_;  // of a long file
    bool alone_ = false;              // there can be no thread
    std::uint32_t line_ = 0;          // the last on the tape
};

}  // namespace confer::engine::load
