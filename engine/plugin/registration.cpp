#include "plugin/registration_internal.h"

#include <algorithm>

#include "plugin/host_internal.h"
#include "plugin/text_internal.h"

namespace confer::engine::plugin {

namespace {

constexpr std::size_t max_line_bytes = 100;
constexpr std::size_t max_signature_bytes = 1000;  // also bounds how deep LIST OF can nest

thread_local Registration* under_way = nullptr;

struct UnderWay {
    explicit UnderWay(Registration* registration) : before(under_way) { under_way = registration; }
    UnderWay(const UnderWay&) = delete;
    UnderWay& operator=(const UnderWay&) = delete;
    ~UnderWay() { under_way = before; }
    Registration* before;
};

std::string ticked(std::string_view name) {
    return "`" + std::string(name) + "`";
}

bool same_name(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

bool is_line(confer_str text) {
    const auto view = text_of(text);
    return view && !view->empty() && view->size() <= max_line_bytes && one_line(text) == *view;
}

}  // namespace

Registration* Registration::current() {
    return under_way;
}

void Registration::refuse(std::string message, std::vector<std::string> hints) {
    if (!error_) error_ = Error{.code = ErrorCode::plugin, .message = std::move(message), .hints = std::move(hints)};
}

Result<void> Registration::run(decltype(&confer_plugin_init_v1) init, const std::string& called) {
    std::int32_t status = 0;
    try {
        const UnderWay here(this);
        status = init(&host());
    } catch (...) {
        refuse("lets an exception out, which a plugin may not");
    }
    if (out_of_memory) {
        return Error{.code = ErrorCode::memory_limit,
                     .message = "the machine has no memory left to load " + ticked(called)};
    }
    if (status != 0) refuse("can't work here, and does not say why (status " + std::to_string(status) + ")");
    if (name.empty()) refuse("does not say its name: it never calls `describe`");
    if (!error_) return {};
    error_->message = "the plugin " + ticked(called) + " is refused: it " + error_->message;
    return *std::move(error_);
}

bool Registration::describe(confer_str plugin_name, confer_str plugin_version, confer_str plugin_about) {
    if (!name.empty()) {
        refuse("describes itself twice");
    } else if (!is_line(plugin_name) || !is_line(plugin_version)) {
        refuse("has a name or a version that is not one line of UTF-8, of 1 to 100 bytes");
    } else if (!text_of(plugin_about)) {
        refuse("describes itself in a text that is not UTF-8");
    } else {
        name = *text_of(plugin_name);
        version = *text_of(plugin_version);
        about = one_line(plugin_about);
    }
    return !error_;
}

// Functions and procedures share their names: what `:help` explains is one thing.
bool Registration::check_name(const std::string& function) {
    const bool repeated =
        std::any_of(scalars.begin(), scalars.end(),
                    [&](const auto& scalar) { return same_name(scalar->signature.name, function); }) ||
        std::any_of(procedures.begin(), procedures.end(),
                    [&](const ProcedurePtr& procedure) { return same_name(procedure->name, function); });
    const bool is_function = below_.find(function) != nullptr || below_.find_aggregate(function) != nullptr;
    if (repeated) {
        refuse("adds the function " + ticked(function) + " twice");
    } else if (is_function || procedures_below_.find(function) != nullptr) {
        refuse("would take the name of the " + std::string(is_function ? "function " : "procedure ") +
                   ticked(function) + ", which exists already",
               {"give it a name of its own, such as `my_plugin." + function + "`"});
    } else if (function.find('.') == std::string::npos) {
        refuse("adds a function called " + ticked(function) + ", a name without a dot",
               {"name it after a theme or the plugin: `my_plugin." + function + "`"});
    }
    return !error_;
}

bool Registration::check_rest(const std::string& function, confer_str doc, std::uint32_t flags, bool has_code) {
    const std::string name_in_ticks = ticked(function);
    if (!has_code) refuse("adds " + name_in_ticks + " without the function's code");
    if (!text_of(doc)) refuse("documents " + name_in_ticks + " in a text that is not UTF-8");
    if ((flags & ~std::uint32_t{CONFER_DETERMINISTIC}) != 0) {
        refuse("adds " + name_in_ticks + " with flags that this version of Confer does not know",
               {"get a newer version of Confer, or an older one of the plugin"});
    }
    return !error_;
}

std::optional<std::string_view> Registration::readable(confer_str signature) {
    const auto text = text_of(signature);
    if (text && text->size() <= max_signature_bytes && one_line(signature) == *text) return text;
    refuse("gives a signature that is not one line of UTF-8, of at most 1000 bytes");
    return std::nullopt;
}

bool Registration::add_scalar(confer_str signature, confer_str doc, std::uint32_t flags, confer_scalar_fn function,
                              void* user) {
    const auto text = readable(signature);
    if (!text) return false;
    Result<Signature> parsed = parse_signature(*text);
    if (!parsed) {
        refuse("adds a function that can't be understood: " + parsed.error().message, parsed.error().hints);
        return false;
    }
    const std::string& function_name = parsed.value().name;
    if (!check_name(function_name) || !check_rest(function_name, doc, flags, function != nullptr)) return false;
    scalars.push_back(std::make_unique<ScalarFunction>(ScalarFunction{.signature = std::move(parsed).value(),
                                                                      .doc = one_line(doc),
                                                                      .deterministic = flags == CONFER_DETERMINISTIC,
                                                                      .function = function,
                                                                      .user = user}));
    return true;
}

bool Registration::add_procedure(confer_str signature, confer_str doc, std::uint32_t flags,
                                 confer_procedure_fn function, void* user) {
    const auto text = readable(signature);
    if (!text) return false;
    Result<ProcedureSignature> parsed = parse_procedure_signature(*text);
    if (!parsed) {
        refuse("adds a procedure that can't be understood: " + parsed.error().message, parsed.error().hints);
        return false;
    }
    const std::string& procedure_name = parsed.value().name;
    if (!check_name(procedure_name) || !check_rest(procedure_name, doc, flags, function != nullptr)) return false;
    procedures.push_back(
        std::make_shared<const ProcedureSpec>(to_procedure_spec({.signature = std::move(parsed).value(),
                                                                 .doc = one_line(doc),
                                                                 .deterministic = flags == CONFER_DETERMINISTIC,
                                                                 .function = function,
                                                                 .user = user})));
    return true;
}

namespace {

bool is_format_name(std::string_view name) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !name.empty() && name.size() <= max_line_bytes && std::ranges::all_of(name, fits);
}

// "nodes.csv": a name in a folder, and nothing that leads out of it.
bool is_part_name(std::string_view name) {
    const auto fits = [](char c) { return c > ' ' && c < 0x7F && c != '/' && c != '\\'; };
    return !name.starts_with('.') && name.size() <= max_line_bytes && std::ranges::all_of(name, fits);
}

}  // namespace

std::optional<load::FormatFiles> Registration::format_files(confer_str format, confer_str parts) {
    const auto name = text_of(format), names = text_of(parts);
    if (!name || !is_format_name(*name)) {
        refuse("adds a format called " + ticked(one_line(format)) + ", and formats are called like `graphml`",
               {"take lower-case letters and digits"});
        return std::nullopt;
    }
    load::FormatFiles files{std::string(*name), {}};
    for (std::string_view rest = names.value_or(std::string_view()); !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (end > 0) files.parts.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (!names || !std::ranges::all_of(files.parts, is_part_name)) {
        refuse("adds the format " + ticked(files.format) + " with parts that are no ends of file names",
               {"name them like `nodes.csv edges.csv`"});
        return std::nullopt;
    }
    return files;
}

bool Registration::add_exporter(confer_str format, confer_str parts, confer_str doc, confer_exporter_fn function,
                                void* user) {
    auto files = format_files(format, parts);
    if (!files || !check_rest(files->format, doc, 0, function != nullptr)) return false;
    exporters.push_back({*std::move(files), one_line(doc), function, user});
    return true;
}

bool Registration::add_importer(confer_str format, confer_str parts, confer_str doc, confer_importer_fn function,
                                void* user) {
    auto files = format_files(format, parts);
    if (!files || !check_rest(files->format, doc, 0, function != nullptr)) return false;
    importers.push_back({*std::move(files), one_line(doc), function, user});
    return true;
}

}  // namespace confer::engine::plugin
