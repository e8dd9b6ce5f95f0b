#include <iostream>

#include "base/error.h"
#include "hosts/command/command.h"
#include "hosts/command/options.h"

int main(int argc, char** argv) {
    auto options = confer::hosts::parse_options(argc, argv);
    if (!options) {
        std::cerr << confer::engine::render(options.error(), "") << '\n';
        return confer::engine::info(options.error().code).exit_status;
    }
    return confer::hosts::run_command(std::move(options).value());
}
