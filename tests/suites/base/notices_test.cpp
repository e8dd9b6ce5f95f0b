#include "base/notices.h"

#include <catch2/catch.hpp>

using confer::engine::Notices;

TEST_CASE("a notice is given once, in the order in which it came", "[base][notices]") {
    Notices notices;
    for (const char* sentence : {"One.", "Two.", "One."}) notices.add(sentence);
    CHECK(notices.take() == std::vector<std::string>{"One.", "Two."});
    CHECK(notices.take().empty());
}

TEST_CASE("of very many notices the last says that there are more", "[base][notices]") {
    Notices notices;
    for (int i = 0; i < 1000; ++i) notices.add(std::to_string(i));
    const std::vector<std::string> taken = notices.take();
    CHECK(taken.size() == 21);
    CHECK(taken.back() == "There is more to say than these notices do.");
}
