#pragma once
// normalise_name: the form in which names are compared.
//
// Lower case, Latin letters without their accents, American spelling, letters and digits of any script;
// `&` is `and`, apostrophes are dropped, and every other run of characters (hyphens, spaces, punctuation)
// is one space. "Client-Centred Therapy" and "client centered therapy" are alike.
//
// Errors     none: invalid UTF-8 is taken byte by byte. A name without any letter or digit is its own form.
// Cost       O(|name|).
#include <string>
#include <string_view>

namespace confer::engine {

std::string normalise_name(std::string_view name);

}  // namespace confer::engine
