#include "hosts/serve/reply.h"

#include <atomic>

namespace confer::hosts::serve {

namespace {

std::atomic<std::size_t> living_bytes{0};

}  // namespace

std::shared_ptr<const std::string> body_of(std::string text) {
    living_bytes += text.size();
    return {new std::string(std::move(text)), [](const std::string* body) {
                living_bytes -= body->size();
                delete body;
            }};
}

std::size_t living_body_bytes() {
    return living_bytes;
}

}  // namespace confer::hosts::serve
