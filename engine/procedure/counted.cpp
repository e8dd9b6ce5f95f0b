#include "procedure/counted_internal.h"

namespace confer::engine::builtin {

Result<std::optional<comparison::Counted>> relationships_counted(const Value& list) {
    if (list.is_null()) return std::optional<comparison::Counted>{};
    comparison::Counted counted;
    for (const Value& item : list.as_list()) {
        if (!item.is(Kind::relationship))
            return Error{.code = ErrorCode::invalid_argument_value,
                         .message = std::string("`counted` holds a value of type ") + kind_name(item.kind()),
                         .hints = {"give it a list of relationships, as `[()-[r]->() | r]` makes one"},
                         .phase = Phase::runtime};
        counted.insert(item.as_relationship());
    }
    return std::optional(std::move(counted));
}

std::string counting() {
    return "Relationships count that are in `counted`; null stands for all.";
}

}  // namespace confer::engine::builtin
