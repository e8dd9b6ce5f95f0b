#pragma once
// xml_text: any text as XML 1.0 can hold it.
//
// Text       characters that XML has no place for at all (most below U+0020, U+FFFE, U+FFFF) are written `_x0001_`; and
//            the underscore of what would be misread so, `_x005F_`. In names, everything is that is no ASCII letter,
//            digit, `.`, `-`, `_` or `:`.
// Source     XML 1.0, 2.2 and 2.3; the escapes: ISO 9075-14, 9.1.
#include <string>
#include <string_view>

namespace confer::interchange {

// Between tags or in an attribute. `&#13;` keeps a carriage return from being normalised.
std::string xml_text(std::string_view text);
// An NMTOKEN.
std::string xml_name(std::string_view text);
// What an XML parser gave of either.
std::string from_xml(std::string_view text);

}  // namespace confer::interchange
