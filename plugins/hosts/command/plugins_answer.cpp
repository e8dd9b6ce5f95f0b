#include "hosts/command/plugins_answer.h"

#include "plugin/plugin.h"

namespace confer::hosts {

namespace {

template <class Added>
engine::ValueList formats_of(const std::vector<Added>& added) {
    engine::ValueList names;
    for (const Added& one : added) names.emplace_back(std::string_view(one.files.format));
    return names;
}

}  // namespace

engine::Answer plugins_answer(const engine::Database& database) {
    using engine::Kind;
    using engine::Value;
    const auto text = [](const std::string& held) { return Value(std::string_view(held)); };

    engine::Answer answer;
    answer.graph = database.graph();
    answer.columns = {{"name", Kind::string},
                      {"version", Kind::string},
                      {"about", Kind::string},
                      {"functions", engine::ValueType::list_of(Kind::string)},
                      {"procedures", engine::ValueType::list_of(Kind::string)},
                      {"reads", engine::ValueType::list_of(Kind::string)},
                      {"writes", engine::ValueType::list_of(Kind::string)},
                      {"path", Kind::string}};
    for (const engine::plugin::Plugin* plugin : database.plugins()) {
        engine::ValueList functions;
        for (const auto& scalar : plugin->scalars) functions.push_back(text(scalar->signature.name));
        engine::ValueList procedures;
        for (const auto& procedure : plugin->procedures) procedures.push_back(text(procedure->name));
        answer.rows.push_back({text(plugin->name), text(plugin->version), text(plugin->about),
                               Value(std::move(functions)), Value(std::move(procedures)),
                               Value(formats_of(plugin->importers)), Value(formats_of(plugin->exporters)),
                               plugin->path.empty() ? Value(std::string_view("built in")) : text(plugin->path)});
    }
    return answer;
}

}  // namespace confer::hosts
