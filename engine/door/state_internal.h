#pragma once
// What is behind the handles of the door.
#include <map>
#include <memory>
#include <string>

#include "confer/confer.hpp"
#include "convert_internal.h"
#include "load/graph_receiver.h"
#include "session/database.h"
#include "session/prepared.h"

namespace confer {

struct Interrupt::State {
    engine::CancelToken token;
};
struct Graph::State {
    State() = default;
    explicit State(engine::GraphPtr graph) : database(std::move(graph)) {}
    engine::Database database;
};
struct GraphBuilder::State {
    engine::load::GraphReceiver receiver;
};
struct Statement::State {
    std::shared_ptr<Graph::State> graph;
    std::shared_ptr<const engine::Prepared> prepared;
    engine::exec::Parameters parameters;
    std::map<std::string, Unusable> unusable;  // parameters that can't be given, by name
};
struct Answer::State {
    engine::Answer answer;
};

}  // namespace confer
