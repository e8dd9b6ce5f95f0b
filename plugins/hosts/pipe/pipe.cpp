#include "hosts/pipe/pipe.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <charconv>
#include <chrono>
#include <istream>
#include <ostream>
#include <string>

#include "format/error_json.h"
#include "format/json_value.h"
#include "hosts/version.h"
#include "session/table_procedure.h"

namespace confer::hosts {
namespace {

using engine::Error;
using engine::ErrorCode;
using engine::Result;
using engine::Value;
namespace format = engine::format;

std::string to_text(const rapidjson::Value& json) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    json.Accept(writer);
    return {buffer.GetString(), buffer.GetSize()};
}

std::string seconds_text(double seconds) {
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, seconds, std::chars_format::fixed, 6).ptr;
    return {buffer, end};
}

Error bad_request(std::string message) {
    return Error{.code = ErrorCode::protocol,
                 .message = std::move(message),
                 .hints = {"send one of `hello`, `reset`, `load`, `query`, `snapshot`, `procedure`, for example "
                           "{\"id\":1,\"hello\":true}"}};
}

// The members of a reply after its id: `"columns":…,"rows":…`.
using Reply = Result<std::string>;

Reply hello() {
    return "\"name\":\"confer\",\"version\":" + format::json_string(version) +
           ",\"capabilities\":{\"snapshot\":true,\"procedures\":true}";
}

Reply load(engine::Database& database, std::string_view path) {
    const auto start = std::chrono::steady_clock::now();
    CONFER_CHECK(database.load(std::string(path)));
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    const engine::GraphPtr graph = database.graph();
    return "\"nodes\":" + std::to_string(graph->node_count()) + ",\"edges\":" + std::to_string(graph->edge_count()) +
           ",\"seconds\":" + seconds_text(taken.count());
}

Reply query(engine::Database& database, engine::RunOptions options, const rapidjson::Document& request,
            std::string_view statement) {
    if (request.HasMember("params") && !request["params"].IsNull()) {
        CONFER_TRY(options.parameters, format::parameters_from_json(to_text(request["params"])));
    }
    options.with_sources = false;
    CONFER_TRY(const engine::Answer answer, database.run(statement, options));
    std::string out = "\"columns\":[";
    for (std::size_t i = 0; i < answer.columns.size(); ++i) {
        if (i > 0) out += ',';
        out += format::json_string(answer.columns[i].name);
    }
    out += "],\"rows\":[";
    for (std::size_t r = 0; r < answer.rows.size(); ++r) {
        out += r > 0 ? ",[" : "[";
        for (std::size_t i = 0; i < answer.rows[r].size(); ++i) {
            if (i > 0) out += ',';
            out += format::to_json(answer.rows[r][i], *answer.graph);
        }
        out += ']';
    }
    return out + "],\"stats\":" + format::to_json(answer.stats) + ",\"seconds\":" + seconds_text(answer.seconds);
}

using Json = rapidjson::Value;

// A member of the procedure that is declared; null when it isn't there.
const Json& part(const Json& procedure, const char* name) {
    static const Json nothing;
    return procedure.HasMember(name) ? procedure[name] : nothing;
}

// `(a :: INTEGER, b :: STRING?)` from [["a","INTEGER"],["b","STRING?"]]
Result<std::string> parameters_text(const Json& pairs, std::vector<std::string>& names) {
    std::string text = "(";
    const auto misread = [] { return bad_request("inputs and outputs are lists of [name, type]"); };
    if (!pairs.IsArray()) return misread();
    for (const Json& pair : pairs.GetArray()) {
        if (!pair.IsArray() || pair.Size() != 2 || !pair[0].IsString() || !pair[1].IsString()) return misread();
        names.emplace_back(pair[0].GetString());
        text += (text.size() > 1 ? ", " : "") + names.back() + " :: " + pair[1].GetString();
    }
    return text + ")";
}

Reply declare(engine::Database& database, const Json& procedure) {
    if (!procedure.IsObject() || !part(procedure, "name").IsString() || !part(procedure, "rows").IsArray())
        return bad_request("a procedure has a `name`, `inputs`, `outputs` and `rows`");
    engine::ProcedureTable table;
    CONFER_TRY(std::string signature, parameters_text(part(procedure, "inputs"), table.columns));
    CONFER_TRY(const std::string outputs, parameters_text(part(procedure, "outputs"), table.columns));
    signature = procedure["name"].GetString() + signature + " :: " + outputs;
    if (const Json& columns = part(procedure, "columns"); columns.IsArray()) {
        table.columns.clear();
        for (const Json& column : columns.GetArray())
            table.columns.emplace_back(column.IsString() ? column.GetString() : "");
    }
    for (const Json& row : procedure["rows"].GetArray()) {
        CONFER_TRY(const Value values, format::value_from_json(to_text(row)));
        if (!values.is(engine::Kind::list)) return bad_request("the rows of a procedure are lists");
        table.rows.emplace_back(values.as_list().begin(), values.as_list().end());
    }
    CONFER_TRY(engine::ProcedureSpec spec, engine::table_procedure(signature, std::move(table)));
    CONFER_CHECK(database.declare(std::move(spec)));
    return std::string();
}

Reply snapshot(const engine::PropertyGraph& graph) {
    std::string out = "\"nodes\":[";
    for (engine::NodeId node = 0; node < graph.node_count(); ++node) {
        if (node > 0) out += ',';
        out += format::to_json(Value::node(node), graph);
    }
    out += "],\"rels\":[";
    for (engine::EdgeId edge = 0; edge < graph.edge_count(); ++edge) {
        if (edge > 0) out += ',';
        out += format::to_json(Value::relationship(edge), graph);
    }
    return out + "]";
}

bool asks(const rapidjson::Document& request, const char* verb) {
    return request.HasMember(verb) && request[verb].IsTrue();
}

std::string_view text_member(const rapidjson::Document& request, const char* name) {
    return {request[name].GetString(), request[name].GetStringLength()};
}

Reply answer(engine::Database& database, const engine::RunOptions& options, const rapidjson::Document& request) {
    if (asks(request, "hello")) return hello();
    if (asks(request, "reset")) {
        database.reset();
        return std::string();
    }
    if (asks(request, "snapshot")) return snapshot(*database.graph());
    if (request.HasMember("load") && request["load"].IsString()) return load(database, text_member(request, "load"));
    if (request.HasMember("query") && request["query"].IsString()) {
        return query(database, options, request, text_member(request, "query"));
    }
    if (request.HasMember("procedure")) return declare(database, request["procedure"]);
    return bad_request("the request asks for nothing that is known");
}

// What the reply names the request by. Where the request is refused as nested too deeply or for a number that doesn't
// fit, an id that is neither.
std::string id_of(const rapidjson::Document& request, bool refused) {
    if (!request.IsObject() || !request.HasMember("id")) return "null";
    const Json& id = request["id"];
    return refused && !id.IsString() && !id.IsInt64() ? "null" : to_text(id);
}

std::string reply_to(engine::Database& database, const engine::RunOptions& options, const std::string& line) {
    const auto fits = format::check_json(line);
    rapidjson::Document request;
    request.Parse<rapidjson::kParseFullPrecisionFlag | rapidjson::kParseValidateEncodingFlag |
                  rapidjson::kParseIterativeFlag>(line.data(), line.size());
    const std::string id = id_of(request, !fits);
    std::string statement;
    Reply reply = bad_request("the request is not a JSON object");
    if (!fits) {
        reply = fits.error();
    } else if (request.HasParseError()) {
        reply = bad_request(std::string("the request is not JSON: ") +
                            rapidjson::GetParseError_En(request.GetParseError()));
    } else if (request.IsObject()) {
        if (request.HasMember("query") && request["query"].IsString()) statement = text_member(request, "query");
        reply = answer(database, options, request);
    }
    if (!reply)
        return "{\"id\":" + id + ",\"error\":" + format::to_json(format::data_of(reply.error(), statement)) + "}";
    return "{\"id\":" + id + (reply.value().empty() ? "" : ",") + reply.value() + "}";
}

}  // namespace

int run_pipe(engine::Database& database, const engine::RunOptions& options, std::istream& in, std::ostream& out) {
    std::string line;
    while (std::getline(in, line)) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        out << reply_to(database, options, line) << '\n' << std::flush;
        if (!out) return 2;  // nobody listens any more
    }
    return 0;
}

}  // namespace confer::hosts
