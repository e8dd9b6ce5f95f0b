#pragma once
// NodeSet: a set of nodes, for searches that may see few of a graph's nodes or most of them.
//
// Shapes     a bit for each node, in pages; only pages with a node in the set are there.
// Threads    one thread.
// Cost       insert, contains: O(1), two reads. To make one, and clear: a number for each page that the graph could
//            have. What was allocated is kept.
#include <algorithm>
#include <cstdint>
#include <vector>

#include "value/value.h"

namespace confer::engine::exec {

class NodeSet {
public:
    explicit NodeSet(NodeId graph_nodes) : pages_(graph_nodes / page_nodes + 1, no_page), words_(page_words) {}

    bool contains(NodeId node) const { return (words_[word_of(node)] >> (node % 64) & 1U) != 0; }
    // Whether it was not there.
    bool insert(NodeId node) {
        if (pages_[node / page_nodes] == no_page) add_page(node / page_nodes);
        std::uint64_t& word = words_[word_of(node)];
        const std::uint64_t bit = std::uint64_t{1} << (node % 64), before = word;
        word |= bit;
        return word != before;
    }
    void clear() {
        std::fill(pages_.begin(), pages_.end(), no_page);
        words_.resize(page_words);
    }
    std::size_t heap_bytes() const {
        return pages_.capacity() * sizeof(std::uint32_t) + words_.capacity() * sizeof(std::uint64_t);
    }

private:
    static constexpr std::size_t page_words = 64, page_nodes = 64 * page_words;
    static constexpr std::uint32_t no_page = 0;  // the first page of words_ is empty and stays so

    std::size_t word_of(NodeId node) const { return pages_[node / page_nodes] * page_words + node / 64 % page_words; }
    void add_page(std::size_t page) {
        pages_[page] = static_cast<std::uint32_t>(words_.size() / page_words);
        words_.resize(words_.size() + page_words);
    }

    std::vector<std::uint32_t> pages_;  // which page of words_
    std::vector<std::uint64_t> words_;
};

}  // namespace confer::engine::exec
