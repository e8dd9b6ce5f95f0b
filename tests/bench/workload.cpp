#include "bench/workload.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace confer::bench {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file, const char* what) {
    std::fprintf(stderr, "%s: %s\n", file.c_str(), what);
    std::exit(1);
}

std::ifstream open(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) fail(file, "can't be read");
    return stream;
}

rapidjson::Document read_json(const std::filesystem::path& file) {
    std::ifstream stream = open(file);
    const std::string text(std::istreambuf_iterator<char>(stream), {});
    rapidjson::Document document;
    document.Parse(text);
    if (document.HasParseError()) fail(file, rapidjson::GetParseError_En(document.GetParseError()));
    return document;
}

Value value_of(const rapidjson::Value& json) {
    if (json.IsBool()) return json.GetBool();
    if (json.IsInt64()) return std::int64_t{json.GetInt64()};
    if (json.IsNumber()) return json.GetDouble();
    if (json.IsString()) return std::string(json.GetString(), json.GetStringLength());
    return {};
}

std::vector<Parameters> sets_of(const rapidjson::Value& json) {
    std::vector<Parameters> sets;
    for (const auto& set : json.GetArray()) {
        Parameters& parameters = sets.emplace_back();
        for (const auto& [name, value] : set.GetObject()) parameters.emplace_back(name.GetString(), value_of(value));
    }
    return sets;
}

}  // namespace

std::vector<Query> read_queries(const std::filesystem::path& file) {
    constexpr std::string_view opening = "//! ", ordered = " ordered";
    std::ifstream stream = open(file);
    std::vector<Query> queries;
    for (std::string line; std::getline(stream, line);) {
        if (line.starts_with(opening)) {
            Query& query = queries.emplace_back();
            query.name = line.substr(opening.size());
            query.ordered = query.name.ends_with(ordered);
            if (query.ordered) query.name.erase(query.name.size() - ordered.size());
            query.parameter_sets.emplace_back();
        } else if (!queries.empty()) {
            queries.back().text += line + "\n";
        }
    }
    return queries;
}

void read_parameters(const std::filesystem::path& file, std::vector<Query>& queries) {
    const rapidjson::Document json = read_json(file);
    for (Query& query : queries) {
        const auto found = json.FindMember(query.name.c_str());
        if (found != json.MemberEnd()) query.parameter_sets = sets_of(found->value);
    }
}

Job read_job(const std::filesystem::path& file) {
    const rapidjson::Document json = read_json(file);
    Job job;
    job.data = json["data"].GetString();
    job.repetitions = json["reps"].GetUint();
    job.bound_seconds = json["bound_s"].GetDouble();
    job.cap_seconds = json["cap_s"].GetDouble();
    for (const auto& query : json["queries"].GetArray()) {
        job.queries.push_back({query["name"].GetString(), query["text"].GetString(), false, sets_of(query["params"])});
    }
    return job;
}

}  // namespace confer::bench
