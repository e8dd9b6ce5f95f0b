#include "base/error_code.h"

#include <algorithm>

namespace confer::engine {

const std::vector<ErrorCodeInfo>& error_codes() {
    static const std::vector<ErrorCodeInfo> table = {
#define CONFER_ERROR_ROW(id, name, compile_type, runtime_type, detail, exit_status) \
    {ErrorCode::id, name, compile_type, runtime_type, detail, exit_status},
        CONFER_ERROR_CODES(CONFER_ERROR_ROW)
#undef CONFER_ERROR_ROW
    };
    return table;
}

const ErrorCodeInfo& info(ErrorCode code) {
    return error_codes()[static_cast<std::size_t>(code)];
}

std::optional<ErrorCode> error_code(std::string_view name) {
    const auto& table = error_codes();
    const auto row = std::find_if(table.begin(), table.end(), [&](const ErrorCodeInfo& r) { return r.name == name; });
    if (row == table.end()) return std::nullopt;
    return row->code;
}

}  // namespace confer::engine
