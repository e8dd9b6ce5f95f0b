/* The C door's header as the strictest reader meets it, and what the ABI says of sizes and places. */
#include <confer/confer.h>
#include <confer/plugin.h>

#define HOLDS(name, condition) typedef char name[(condition) ? 1 : -1]

HOLDS(size_comes_first, offsetof(confer_options, size) == 0);
HOLDS(seconds_stay, offsetof(confer_options, seconds) == 8);
HOLDS(rows_stay, offsetof(confer_options, rows) == 16);
HOLDS(bytes_stay, offsetof(confer_options, bytes) == 24);
HOLDS(interrupt_stays, offsetof(confer_options, interrupt) == 32);
HOLDS(read_only_stays, offsetof(confer_options, read_only) == 40);
HOLDS(sources_stay, offsetof(confer_options, sources) == 44);
HOLDS(options_end_here, sizeof(confer_options) == 48);
HOLDS(enums_are_ints, sizeof(confer_status) == sizeof(int));

/* What CONFER_OPTIONS_INIT is to C. */
confer_options c_default_options(void);
confer_options c_default_options(void) {
    const confer_options options = CONFER_OPTIONS_INIT;
    return options;
}
