#pragma once
// VarSet: a set of variables, as bits.
//
// Cost       insert, erase, contains: O(1); the rest: O(highest variable / 64).
#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

#include "semantics/typed_query.h"

namespace confer::engine::plan {

class VarSet {
public:
    VarSet() = default;
    VarSet(std::initializer_list<typed::VarId> variables) { insert(std::span(variables.begin(), variables.size())); }

    void insert(typed::VarId variable) {
        if (variable == typed::no_variable) return;
        if (variable / 64 >= words_.size()) words_.resize(variable / 64 + 1);
        words_[variable / 64] |= std::uint64_t{1} << (variable % 64);
    }
    void insert(std::span<const typed::VarId> variables) {
        for (const typed::VarId variable : variables) insert(variable);
    }
    void insert(const VarSet& other) {
        if (other.words_.size() > words_.size()) words_.resize(other.words_.size());
        for (std::size_t i = 0; i < other.words_.size(); ++i) words_[i] |= other.words_[i];
    }
    void erase(typed::VarId variable) {
        if (variable / 64 < words_.size()) words_[variable / 64] &= ~(std::uint64_t{1} << (variable % 64));
    }
    void erase(const VarSet& other) {
        for (std::size_t i = 0; i < std::min(words_.size(), other.words_.size()); ++i) words_[i] &= ~other.words_[i];
    }
    void keep_only(const VarSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= i < other.words_.size() ? other.words_[i] : 0;
    }
    bool contains(typed::VarId variable) const {
        return variable / 64 < words_.size() && ((words_[variable / 64] >> (variable % 64)) & 1U) != 0;
    }
    // Whether all of `other` are in this set; whether any is.
    bool includes(const VarSet& other) const {
        for (std::size_t i = 0; i < other.words_.size(); ++i)
            if ((other.words_[i] & ~(i < words_.size() ? words_[i] : 0)) != 0) return false;
        return true;
    }
    bool meets(const VarSet& other) const {
        for (std::size_t i = 0; i < std::min(words_.size(), other.words_.size()); ++i)
            if ((words_[i] & other.words_[i]) != 0) return true;
        return false;
    }
    bool empty() const {
        return std::all_of(words_.begin(), words_.end(), [](std::uint64_t word) { return word == 0; });
    }
    // Ascending.
    std::vector<typed::VarId> to_vector() const {
        std::vector<typed::VarId> variables;
        for (std::size_t i = 0; i < words_.size(); ++i)
            for (std::uint64_t word = words_[i]; word != 0; word &= word - 1)
                variables.push_back(static_cast<typed::VarId>(i * 64 + static_cast<unsigned>(__builtin_ctzll(word))));
        return variables;
    }

private:
    std::vector<std::uint64_t> words_;
};

}  // namespace confer::engine::plan
