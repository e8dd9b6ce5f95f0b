// reverse_sets: rewrites the sets of characters in the tables of a generated lexer, largest interval first.
//
// ANTLR's runtime puts each interval of a set in its place by searching from the smallest; the tool writes them in
// ascending order, so that the 700 intervals of Unicode's letters cost 700² steps, in every process that starts. What
// the sets hold stays the same.
//
//   reverse_sets ConferLexer.cpp
//
// Source: org.antlr.v4.runtime.atn.ATNSerializer of ANTLR 4.7, whose layout `Tables::find_sets` follows.
#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

// The numbers of the tables, as they are written: each is two more than it means, apart from the first.
class Tables {
public:
    explicit Tables(std::vector<std::uint16_t> words) : words_(std::move(words)) {}

    void reverse_sets() {
        find_sets();
        reverse_sets(1);  // of the basic plane
        reverse_sets(2);  // with characters beyond it
    }
    const std::vector<std::uint16_t>& words() const { return words_; }

private:
    std::size_t take() {
        const auto word = static_cast<std::uint16_t>(words_.at(at_) - (at_ == 0 ? 0 : 2));
        ++at_;
        return word;
    }
    void find_sets() {
        constexpr std::size_t version = 3, lexer = 0, id_words = 8;
        constexpr std::size_t no_state = 0, first_block = 3, last_block = 5, loop_end = 12;
        if (take() != version) throw std::runtime_error("another version of ANTLR's tables");
        at_ += id_words;
        if (take() != lexer) throw std::runtime_error("not the tables of a lexer");
        take();  // the largest token
        for (std::size_t states = take(); states > 0; --states) {
            const std::size_t kind = take();
            if (kind == no_state) continue;
            take();  // its rule
            if (kind == loop_end || (kind >= first_block && kind <= last_block)) take();
        }
        at_ += take();      // states that aren't greedy
        at_ += take();      // rules with precedence
        at_ += 2 * take();  // rules: where they begin, their tokens
        at_ += take();      // modes
    }
    void reverse_sets(std::size_t words_a_character) {
        for (std::size_t sets = take(); sets > 0; --sets) {
            const std::size_t size = 2 * words_a_character, intervals = take();
            take();  // whether the end of the file belongs to it
            const auto begin = words_.begin() + static_cast<std::ptrdiff_t>(at_);
            const auto end = begin + static_cast<std::ptrdiff_t>(size * intervals);
            std::reverse(begin, end);  // then each interval back
            for (auto one = begin; one != end; one += static_cast<std::ptrdiff_t>(size))
                std::reverse(one, one + static_cast<std::ptrdiff_t>(size));
            at_ += size * intervals;
        }
    }

    std::vector<std::uint16_t> words_;
    std::size_t at_ = 0;
};

std::string read(const char* path) {
    std::ifstream in(path);
    if (!in) throw std::runtime_error("it can't be read");
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// A number of the tables, as it stands in the text.
struct Written {
    std::size_t begin, end;
    std::uint16_t word;
};

std::vector<Written> numbers_of_tables(const std::string& text) {
    std::vector<Written> numbers;
    const std::size_t begin = text.find("_serializedATN = {"), end = text.find('}', begin);
    if (end == std::string::npos) throw std::runtime_error("there are no tables in it");
    for (std::size_t at = text.find("0x", begin); at < end; at = text.find("0x", at)) {
        std::size_t length = 0;
        const unsigned long word = std::stoul(text.substr(at, 6), &length, 16);
        numbers.push_back({at, at + length, static_cast<std::uint16_t>(word)});
        at += length;
    }
    return numbers;
}

void rewrite(const char* path) {
    const std::string text = read(path);
    const std::vector<Written> numbers = numbers_of_tables(text);
    std::vector<std::uint16_t> words;
    for (const Written& number : numbers) words.push_back(number.word);
    Tables tables(std::move(words));
    tables.reverse_sets();

    std::ofstream out(path);
    out << std::hex;
    std::size_t copied = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        out << text.substr(copied, numbers[i].begin - copied) << "0x" << tables.words()[i];
        copied = numbers[i].end;
    }
    out << text.substr(copied);
    if (!out.flush()) throw std::runtime_error("it can't be written");
}

}  // namespace

int main(int count, char** arguments) try {
    if (count != 2) throw std::runtime_error("one generated lexer is to be named");
    rewrite(arguments[1]);
} catch (const std::exception& problem) {
    std::cerr << "reverse_sets: " << (count > 1 ? arguments[1] : "") << ": " << problem.what() << '\n';
    return 1;
}
