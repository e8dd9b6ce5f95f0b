#pragma once
// spelling: American spelling for British, a word at a time.
//
// The rules are made for comparing names, so what matters is that both spellings of a word come out alike and
// that different words stay different: `behaviour` is `behavior`, but `four` is not `for` and `exercise` is
// left alone.
//
// Cost       O(|word|); a word without a telling pair of letters costs one scan.
#include <cstddef>
#include <string>

namespace confer::engine {

// Rewrites the word that `text` ends with, which begins at `begin`. REQUIRES: lower-case ASCII letters.
void americanise_word(std::string& text, std::size_t begin);

}  // namespace confer::engine
