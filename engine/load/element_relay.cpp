// Three tapes go round: one is being written, one waits, one is being played.
// Tested by suites/loading/long_files_test.cpp.
#include "load/element_relay_internal.h"

#include <condition_variable>
#include <cstring>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace confer::engine::load {

namespace {

constexpr std::size_t long_file = std::size_t{1} << 20;
constexpr std::size_t tape_size = std::size_t{1} << 20;              // long enough for a turn on a busy machine
constexpr std::size_t longest_head = 1 + 2 * sizeof(std::uint32_t);  // of an event, before its text

std::uint32_t number_at(const char* at) {
    std::uint32_t number = 0;
    std::memcpy(&number, at, sizeof number);
    return number;
}

}  // namespace

class ElementRelay::Thread {
public:
    // Errors: std::system_error, when there can be no more threads.
    explicit Thread(ElementReader& reader) : reader_(reader), thread_([this] { run(); }) {}
    ~Thread() {
        {
            const std::lock_guard lock(mutex_);
            ended_ = true;
        }
        changed_.notify_all();
        thread_.join();
    }

    void put(Event event) {
        make_room(1);
        *at_++ = static_cast<char>(event);
    }
    void put(Event event, std::uint32_t number) {
        make_room(longest_head);
        *at_++ = static_cast<char>(event);
        put_number(number);
    }
    void put(Event event, std::string_view text) {
        make_room(longest_head + text.size());
        *at_++ = static_cast<char>(event);
        put_number(static_cast<std::uint32_t>(text.size()));
        std::memcpy(at_, text.data(), text.size());
        at_ += text.size();
    }

    void catch_up() {
        hand_over();
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return (!waits_ && !plays_) || thrown_; });
        rethrow();
    }

private:
    struct Tape {
        std::vector<char> bytes = std::vector<char>(tape_size);
        std::size_t size = 0;
    };

    void make_room(std::size_t size) {
        if (size <= static_cast<std::size_t>(end_ - at_)) return;
        hand_over();
        if (size > written_.bytes.size()) written_.bytes.resize(size);
        at_ = written_.bytes.data();
        end_ = at_ + written_.bytes.size();
    }
    void put_number(std::uint32_t number) {
        std::memcpy(at_, &number, sizeof number);
        at_ += sizeof number;
    }

    void hand_over() {
        written_.size = static_cast<std::size_t>(at_ - written_.bytes.data());
        if (written_.size == 0) return;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return !waits_ || thrown_; });
            rethrow();
            std::swap(written_, waiting_);
            waits_ = true;
        }
        changed_.notify_all();
        at_ = written_.bytes.data();
        end_ = at_ + written_.bytes.size();
    }

    // REQUIRES: the mutex is locked.
    void rethrow() {
        if (thrown_) std::rethrow_exception(thrown_);
    }

    void run() {
        Tape played;
        std::unique_lock lock(mutex_);
        for (;;) {
            changed_.wait(lock, [this] { return waits_ || ended_; });
            if (ended_) return;
            std::swap(played, waiting_);
            waits_ = false;
            plays_ = true;
            lock.unlock();
            changed_.notify_all();
            std::exception_ptr thrown;
            try {
                play(played.bytes.data(), played.bytes.data() + played.size, reader_);
            } catch (...) {  // for the thread that loads
                thrown = std::current_exception();
            }
            lock.lock();
            plays_ = false;
            thrown_ = thrown;
            if (thrown) ended_ = true;
            changed_.notify_all();
        }
    }

    ElementReader& reader_;
    Tape written_;
    char *at_ = written_.bytes.data(), *end_ = at_ + written_.bytes.size();

    std::mutex mutex_;  // of all below
    std::condition_variable changed_;
    Tape waiting_;
    bool waits_ = false, plays_ = false, ended_ = false;
    std::exception_ptr thrown_;
    std::thread thread_;  // last: it reads the others
};

ElementRelay::ElementRelay(LoadState& state, std::uint32_t file, const JsonStream& stream)
    : stream_(stream), reader_(state, file) {}

ElementRelay::~ElementRelay() = default;

inline void ElementRelay::note_line() {
    if (stream_.line() == line_) return;
    line_ = stream_.line();
    thread_->put(Event::line, line_);
}

void ElementRelay::begin(Element element, std::uint32_t index) {
    if (thread_ == nullptr && !alone_ && stream_.Tell() > long_file) start();
    if (thread_ == nullptr) {
        reader_.at_line(stream_.line());
        return reader_.begin(element, index);
    }
    note_line();
    thread_->put(element == Element::node ? Event::begin_node : Event::begin_edge, index);
}

void ElementRelay::start() {
    alone_ = std::thread::hardware_concurrency() == 1;
    if (alone_) return;
    try {
        thread_ = std::make_unique<Thread>(reader_);
    } catch (const std::system_error&) {
        alone_ = true;
    }
}

void ElementRelay::flush() {
    catch_up();
    thread_.reset();
    reader_.flush();
}

void ElementRelay::catch_up() {
    if (thread_ != nullptr) thread_->catch_up();
}

void ElementRelay::plain_event(Event event) {
    if (thread_ != nullptr) {
        note_line();
        return thread_->put(event);
    }
    reader_.at_line(stream_.line());
    tell(reader_, event, {});
}

void ElementRelay::text_event(Event event, std::string_view text) {
    if (thread_ != nullptr) {
        note_line();
        return thread_->put(event, text);
    }
    reader_.at_line(stream_.line());
    tell(reader_, event, text);
}

inline void ElementRelay::tell(ElementReader& reader, Event event, std::string_view text) {
    switch (event) {
        case Event::key:
            return reader.key(text);
        case Event::text:
            return reader.text(text);
        case Event::number:
            return reader.number(text);
        case Event::yes:
        case Event::no:
            return reader.boolean(event == Event::yes);
        case Event::null:
            return reader.null();
        case Event::begin_list:
            return reader.begin_list();
        case Event::end_list:
            return reader.end_list();
        case Event::nested:
            return reader.nested(text);
        case Event::end:
            return reader.end();
        case Event::line:
        case Event::begin_node:
        case Event::begin_edge:
            return;
    }
}

void ElementRelay::play(const char* tape, const char* end, ElementReader& reader) {
    while (tape < end) {
        const auto event = static_cast<Event>(*tape++);
        switch (event) {
            case Event::line:
                reader.at_line(number_at(tape));
                tape += sizeof(std::uint32_t);
                break;
            case Event::begin_node:
            case Event::begin_edge:
                reader.begin(event == Event::begin_node ? Element::node : Element::edge, number_at(tape));
                tape += sizeof(std::uint32_t);
                break;
            case Event::key:
            case Event::text:
            case Event::number:
            case Event::nested: {
                const std::string_view text(tape + sizeof(std::uint32_t), number_at(tape));
                tell(reader, event, text);
                tape = text.data() + text.size();
                break;
            }
            default:
                tell(reader, event, {});
        }
    }
}

}  // namespace confer::engine::load
