// Test: tests/suites/server/query_test.py, write_test.py.
#include "hosts/serve/query_handler.h"

#include <algorithm>

#include "hosts/serve/answer_reply.h"
#include "hosts/serve/answer_size.h"
#include "hosts/serve/entity_tag.h"
#include "hosts/serve/query_request.h"
#include "hosts/serve/token.h"

namespace confer::hosts::serve {

namespace {

using engine::Answer;
using engine::Error;
using engine::ErrorCode;
using engine::Result;

struct Context {
    ServedGraph& served;
    AnswerCache& cache;
    const Repeatable& repeatable;
    const QueryRules& rules;
};

// All that an answer depends on besides the graph.
std::string key_of(const QueryRequest& query, const AnswerFormat& format, std::uint64_t max_rows) {
    std::string key = "query";
    const auto part = [&](std::string_view text) {
        key.append(1, '\0').append(std::to_string(text.size())).append(1, ':').append(text);
    };
    part(format.name);
    part(std::to_string(max_rows));
    key += query.graph ? 'g' : '-';
    key += query.sources ? 's' : '-';
    part(query.parameters_text);
    part(query.statement);
    return key;
}

Error writing_refused(Error error, const QueryRules& rules, bool may_write) {
    error.hints = {may_write             ? "send it by POST"
                   : rules.token.empty() ? "this server was started to be read only; `--token-file` would change that"
                                         : "send it by POST, with the header `Authorization: Bearer` and the token"};
    return error;
}

// The command's options are of no use to a client.
Error for_client(Error error) {
    if (error.code == ErrorCode::row_limit) error.hints = {"ask for fewer with `LIMIT`, or for their number alone"};
    if (error.code == ErrorCode::timeout || error.code == ErrorCode::memory_limit)
        error.hints = {"ask for less at once, for example of fewer things or with `LIMIT`"};
    return error;
}

Error too_large() {
    return Error{.code = ErrorCode::memory_limit,
                 .message = "the answer would have more than " + std::to_string(max_answer_bytes >> 20U) +
                            " megabytes, which is more than this server sends",
                 .hints = {"ask for less at once, for example with `LIMIT`, or for properties instead of nodes"},
                 .phase = engine::Phase::runtime};
}

class QueryJob {
public:
    QueryJob(const Context& context, QueryRequest query, AnswerFormat format, std::string key, std::uint64_t max_rows,
             bool may_write, bool is_post)
        : context_(context),
          query_(std::move(query)),
          format_(format),
          key_(std::move(key)),
          max_rows_(max_rows),
          may_write_(may_write),
          is_post_(is_post) {}

    Reply operator()(const engine::CancelToken& cancel) const {
        bool wrote = false;
        const Result<Answer> answer = run(cancel, wrote);
        if (!answer) return error_reply(for_client(answer.error()), query_.statement, form());
        if (is_too_large(answer.value())) return error_reply(too_large(), query_.statement, form());
        if (Body::living_bytes() > context_.rules.max_living_bytes)
            return too_busy("too many answers wait for their clients to take them");
        const engine::GraphPtr graph = wrote ? context_.served.graph() : answer.value().graph;
        const std::string version = context_.served.version_of(graph);
        Reply reply;
        reply.content_type = format_.content_type;
        reply.graph_version = version;
        reply.body = body_of(answer_text(answer.value(), format_.format,
                                         {.version = version, .graph = query_.graph, .sources = query_.sources}));
        if (wrote || !context_.repeatable(query_.statement)) return reply;
        reply.is_storable = true;
        reply.max_age = context_.rules.max_age;
        reply.etag = entity_tag(version, key_);
        context_.cache.keep(version + key_, reply);
        reply.is_storable = !is_post_;
        return reply;
    }

private:
    ErrorForm form() const { return format_.name == "html" ? ErrorForm::html : ErrorForm::json; }

    // What only reads is run as everybody's, token or not.
    Result<Answer> run(const engine::CancelToken& cancel, bool& wrote) const {
        engine::RunOptions options{
            .parameters = query_.parameters,
            .limits = context_.rules.limits,
            .cancel = &cancel,
            .with_sources = query_.sources || query_.graph || engine::format::draws_evidence(format_.format),
            .read_only = true};
        options.limits.max_rows = max_rows_;
        engine::Database& database = context_.served.database();
        Result<Answer> answer = database.run(query_.statement, options);
        if (answer || answer.error().code != ErrorCode::read_only) return answer;
        if (!may_write_ || !is_post_) return writing_refused(answer.error(), context_.rules, may_write_);
        wrote = true;
        options.read_only = false;
        return database.run(query_.statement, options);
    }

    Context context_;
    QueryRequest query_;
    AnswerFormat format_;
    std::string key_;
    std::uint64_t max_rows_;
    bool may_write_, is_post_;
};

Outcome answer(const Context& context, const Request& request) {
    const bool is_post = request.method == Method::post;
    if (is_post && !is_json(request.content_type)) {
        return refusal(415, "unsupported-media-type", "the body of the request has to be JSON",
                       {"send it with the header `Content-Type: application/json`"});
    }
    Result<QueryRequest> query = query_request(request);
    if (!query) return error_reply(query.error(), "");
    const std::string& named = query.value().format;
    std::optional<AnswerFormat> format;
    if (named.empty()) {
        format = format_accepted(request.accept);
        if (!format) {
            return refusal(406, "not-acceptable", "there is no answer in a format that the header `Accept` takes",
                           {"the formats are " + engine::format::format_names_text() + ", by the parameter `format`"});
        }
    } else {
        Result<AnswerFormat> found = format_named(named);
        if (!found) return error_reply(found.error(), "");
        format = found.value();
    }

    const bool may_write = !context.rules.token.empty() && carries_token(request.authorization, context.rules.token);
    if (!context.rules.token.empty() && !request.authorization.empty() && !may_write) {
        Reply reply = refusal(401, "wrong-token", "the token is not the one that this server was started with",
                              {"send `Authorization: Bearer` and the token, or no such header to read"});
        reply.asks_for_token = true;
        return reply;
    }

    const std::uint64_t most = context.rules.limits.max_rows.value_or(UINT64_MAX);
    const std::uint64_t max_rows = std::min(most, query.value().max_rows.value_or(most));
    std::string key = key_of(query.value(), *format, max_rows);
    const auto version = context.served.known_version_of(context.served.graph());
    if (version) {
        if (!is_post && !request.if_none_match.empty()) {
            const std::string tag = entity_tag(*version, key);
            if (matches(request.if_none_match, tag)) return not_modified(tag, *version, context.rules.max_age);
        }
        if (std::optional<Reply> kept = context.cache.find(*version + key)) {
            kept->is_storable = !is_post;
            return std::move(*kept);
        }
    }
    // Who may write might do so, and what isn't repeatable differs each time: neither is shared.
    const bool is_shared = version && !may_write && context.repeatable(query.value().statement);
    std::string shared_key = is_shared ? *version + (is_post ? "POST " : "GET ") + key : "";
    return Job{std::move(shared_key),
               QueryJob(context, std::move(query).value(), *format, std::move(key), max_rows, may_write, is_post)};
}

}  // namespace

Handler query_handler(ServedGraph& served, AnswerCache& cache, const Repeatable& repeatable, const QueryRules& rules) {
    return [context = Context{served, cache, repeatable, rules}](const Request& request) {
        return answer(context, request);
    };
}

}  // namespace confer::hosts::serve
