// Statements as users see them, and what stops them. Test: tests/suites/door.
#include "state_internal.h"

namespace confer {

Interrupt::Interrupt() : state_(std::make_shared<State>()) {}
void Interrupt::request() noexcept {
    state_->token.request();
}
void Interrupt::reset() noexcept {
    state_->token.reset();
}

Statement::Statement(std::shared_ptr<const State> state) : state_(std::move(state)) {}

Statement Statement::bind(std::string name, const Value& value) const {
    auto bound = std::make_shared<State>(*state_);
    Converted converted = to_engine(value);
    if (const auto* unusable = std::get_if<Unusable>(&converted)) {
        bound->unusable.insert_or_assign(std::move(name), *unusable);
    } else {
        bound->unusable.erase(name);
        bound->parameters.insert_or_assign(std::move(name), std::move(std::get<engine::Value>(converted)));
    }
    return Statement(std::move(bound));
}

const std::string& Statement::text() const noexcept {
    return state_->prepared->text();
}

Result<Answer> Statement::run(const RunOptions& options) const {
    if (!state_->unusable.empty()) {
        const auto& [name, unusable] = *state_->unusable.begin();
        return usage_error("the parameter `" + name + "` " + unusable.why, {unusable.hint});
    }
    engine::RunOptions run;
    run.limits = {options.limits.seconds, options.limits.rows, options.limits.bytes};
    run.with_sources = options.sources;
    run.read_only = options.read_only;
    if (options.interrupt != nullptr) run.cancel = &options.interrupt->state_->token;
    run.parameters = state_->parameters;
    auto answer = state_->graph->database.run(*state_->prepared, run);
    if (!answer) return to_public(answer.error(), state_->prepared->text());
    return Answer(std::make_shared<const Answer::State>(Answer::State{std::move(answer).value()}));
}

}  // namespace confer
