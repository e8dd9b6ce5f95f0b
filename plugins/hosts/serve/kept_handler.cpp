#include "hosts/serve/kept_handler.h"

#include "hosts/serve/entity_tag.h"

namespace confer::hosts::serve {

namespace {

Outcome answer(ServedGraph& served, AnswerCache& cache, unsigned max_age, Asked asked, const Request& request) {
    std::string shared_key;
    if (const auto version = served.known_version_of(served.graph())) {
        const std::string tag = entity_tag(*version, asked.key);
        if (!request.if_none_match.empty() && matches(request.if_none_match, tag))
            return not_modified(tag, *version, max_age);
        shared_key = *version + asked.key;
        if (std::optional<Reply> kept = cache.find(shared_key)) return std::move(*kept);
    }
    auto make = [&served, &cache, max_age, asked = std::move(asked)](const engine::CancelToken&) {
        const engine::GraphPtr graph = served.graph();
        const std::string version = served.version_of(graph);
        auto made = asked.make(graph, version);
        if (Reply* refused = std::get_if<Reply>(&made)) return std::move(*refused);
        Reply reply;
        reply.body = body_of(std::move(std::get<std::string>(made)));
        reply.graph_version = version;
        reply.etag = entity_tag(version, asked.key);
        reply.is_storable = true;
        reply.max_age = max_age;
        cache.keep(version + asked.key, reply);
        return reply;
    };
    return Job{std::move(shared_key), std::move(make)};
}

}  // namespace

Handler kept_handler(ServedGraph& served, AnswerCache& cache, unsigned max_age, Ask ask) {
    return [&served, &cache, max_age, ask = std::move(ask)](const Request& request) -> Outcome {
        auto asked = ask(request);
        if (Reply* refused = std::get_if<Reply>(&asked)) return std::move(*refused);
        return answer(served, cache, max_age, std::move(std::get<Asked>(asked)), request);
    };
}

}  // namespace confer::hosts::serve
