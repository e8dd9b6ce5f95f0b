/* confer.h: the C door: open a graph, ask it, read the answer, from C and from every language that speaks C's ABI.
 *
 *     confer_graph *graph = NULL;
 *     confer_answer *answer = NULL;
 *     confer_error *error = NULL;
 *     size_t row;
 *
 *     if (confer_graph_builtin(&graph, &error) != CONFER_OK ||
 *         confer_graph_ask(graph, "which approaches share components?", CONFER_NUL, NULL, NULL, &answer, &error) !=
 *             CONFER_OK) {
 *         fprintf(stderr, "%s\n", confer_error_rendered(error, NULL));
 *     }
 *     for (row = 0; row < confer_answer_row_count(answer); row++) {
 *         puts(confer_datum_text(confer_answer_datum(answer, row, 0), NULL));
 *     }
 *     confer_error_free(error);
 *     confer_answer_free(answer);
 *     confer_graph_free(graph);
 *
 * The same engine as behind confer/confer.hpp, which C++ programs use instead. C99; may be included together with
 * confer/plugin.h. docs/libraries.md shows whole programs.
 *
 * Ownership    What a function hands out through its parameter `out` or returns as a plain pointer to a handle is
 * yours: give it back to the confer_…_free of its type, once. What it returns as a pointer to const belongs to the
 * handle that you asked, and lives as long as that, unless it says otherwise. Texts that you get as plain `char *` are
 * yours: give them to confer_free, never to free. The order of freeing is free: an answer keeps what it needs of its
 * statement and graph. All confer_…_free take NULL and do nothing. What you hand in is copied before the function
 * returns. Texts        UTF-8. Going in: `text` and `size` in bytes; CONFER_NUL as the size means: up to the NUL.
 * Coming out: the pointer is returned, the text ends in a NUL, and its length goes to `*size` unless `size` is NULL;
 * only by the length do you see a NUL inside of it. Errors       Functions that can fail return CONFER_OK (0) or a
 * class of failure (CONFER_STATEMENT …), and then put an error into `*error`, unless `error` is NULL. Free it; before
 * that, set the pointer to NULL again. `*out` is then NULL. Functions that can't fail return what is there, or nothing:
 * 0, NULL, a null datum. Misuse       A NULL where a handle is wanted, or a row, a column or an index past the end, is
 * no crash: functions that can fail return CONFER_USAGE, the others nothing, as above. A handle that was freed is a
 * crash. Threads      No function here keeps state of its own: what matters is the handle. "Any" at a function means:
 * from any number of threads at once, with the same handle. "One" means: from one thread at a time, and not while
 *              another thread uses the same handle in any way. Freeing is "one" for all.
 * Exceptions   None comes out. Exhausted memory is CONFER_MEMORY, with an error that costs no memory.
 * ABI          Stays. Functions are added, never changed or removed; they carry the version CONFER_1 in libconfer.so,
 * and a test holds the library to the list. Numbers of enums stay. confer_options may grow at its end, and says how
 * long it is.
 */
#ifndef CONFER_H
#define CONFER_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define CONFER_C_API __attribute__((visibility("default")))
#else
#define CONFER_C_API
#endif

/* As a size: the text ends in a NUL. */
#define CONFER_NUL ((size_t)-1)

typedef struct confer_graph confer_graph;         /* a graph that can be asked and changed */
typedef struct confer_statement confer_statement; /* a pattern or a question, with its parameters */
typedef struct confer_answer confer_answer;       /* rows, and what they rest on; immutable */
typedef struct confer_datum confer_datum;         /* one value of an answer, or a part of one; immutable */
typedef struct confer_interrupt confer_interrupt; /* a switch that stops runs */
typedef struct confer_error confer_error;         /* what went wrong; immutable */

/* Classes of failure; also the exit statuses of the command `confer`. confer_error_code() tells more. */
typedef enum confer_status {
    CONFER_OK = 0,
    CONFER_STATEMENT = 1, /* the statement, or a value that it met */
    CONFER_USAGE = 2,     /* this library is used wrongly, or a file can't be written */
    CONFER_DATA = 3,      /* the graph can't be loaded */
    CONFER_LIMIT = 4,     /* a limit was reached, or the run was interrupted */
    CONFER_INTERNAL = 5,  /* a defect of Confer or of a plugin */
    CONFER_MEMORY = 6     /* the machine has no memory left */
} confer_status;

/* ---- The library ------------------------------------------------------------------------------------------------- */

/* The version of the library that is loaded: "0.1.0". Threads: any. */
CONFER_C_API const char* confer_version(void);

/* Frees a text that was handed out as a plain `char *`. Threads: any. */
CONFER_C_API void confer_free(char* text);

/* ---- Graphs ------------------------------------------------------------------------------------------------------
 *
 * A graph may be asked and changed from any number of threads at once. Each run reads one snapshot from its beginning
 * to its end; those that write (CREATE, MERGE, SET, REMOVE, DELETE) take turns, and one that fails changes nothing. */

/* The graph of psychotherapies that is built into the library. Cost: some milliseconds. Threads: any. */
CONFER_C_API confer_status confer_graph_builtin(confer_graph** out, confer_error** error);

/* A graph JSON file, a folder that holds graph.json, or an openCypher script (`.cypher`). The error renders all
 * problems of the files, with their places. Errors: "bad-data", "cannot-read". Threads: any. */
CONFER_C_API confer_status confer_graph_open(const char* path, confer_graph** out, confer_error** error);

/* Graph JSON in memory. Errors: "bad-data". Threads: any. */
CONFER_C_API confer_status confer_graph_from_json(const char* json, size_t size, confer_graph** out,
                                                  confer_error** error);

/* A graph without nodes, to be filled by CREATE and MERGE. Threads: any. */
CONFER_C_API confer_status confer_graph_empty(confer_graph** out, confer_error** error);

/* Statements and answers of the graph stay good. Threads: one. */
CONFER_C_API void confer_graph_free(confer_graph* graph);

/* How many there are now. Threads: any. */
CONFER_C_API size_t confer_graph_node_count(const confer_graph* graph);
CONFER_C_API size_t confer_graph_relationship_count(const confer_graph* graph);

/* The graph as it is now, as graph JSON in a text of yours; NULL when it fails. Errors: "cannot-write", for what graph
 * JSON can't say (a NaN, say). Threads: any. */
CONFER_C_API char* confer_graph_to_json(const confer_graph* graph, size_t* size, confer_error** error);

/* The same into a file, in the format that its name ends in: `.json`, `.cypher`, or one that a plugin brings. The file
 * is whole, or what it was before. Errors: "cannot-write", "usage". Threads: any. */
CONFER_C_API confer_status confer_graph_save(const confer_graph* graph, const char* path, confer_error** error);

/* Loads a plugin (confer/plugin.h) for this graph: native code with all rights of the process, which no statement can
 * load. Errors: "plugin"; nothing is added then. Threads: one. */
CONFER_C_API confer_status confer_graph_load_plugin(confer_graph* graph, const char* path, confer_error** error);

/* ---- Running ------------------------------------------------------------------------------------------------------
 */

/* What one run may do and use. Begin with CONFER_OPTIONS_INIT; NULL instead of options means the same. */
typedef struct confer_options {
    size_t size;                       /* sizeof(confer_options), as your program knows it */
    double seconds;                    /* going over: "timeout"; 0: no limit */
    uint64_t rows;                     /* going over: "row-limit"; 0: no limit */
    uint64_t bytes;                    /* of memory; going over: "memory-limit"; 0: no limit */
    const confer_interrupt* interrupt; /* when it is thrown: "interrupted"; NULL: nothing interrupts */
    int32_t read_only;                 /* not 0: a statement that writes fails with "read-only" */
    int32_t sources;                   /* 0: don't look for what a question's rows rest on */
} confer_options;

#define CONFER_OPTIONS_INIT \
    { sizeof(confer_options), 0.0, 0, 0, NULL, 0, 1 }

/* Prepares, binds and runs in one. `parameters` is a JSON object ending in a NUL, or NULL for none. Threads: any. */
CONFER_C_API confer_status confer_graph_ask(const confer_graph* graph, const char* statement, size_t size,
                                            const char* parameters, const confer_options* options, confer_answer** out,
                                            confer_error** error);

/* A statement, to be run any number of times. It is parsed and planned by its first run, which reports what is wrong
 * with it, and again only when the graph has changed or a parameter becomes a value of another kind. Threads: any. */
CONFER_C_API confer_status confer_graph_prepare(const confer_graph* graph, const char* statement, size_t size,
                                                confer_statement** out, confer_error** error);

/* Another handle with the same parameters, bound and run apart from the first; the two share the plan. Threads: any. */
CONFER_C_API confer_status confer_statement_copy(const confer_statement* statement, confer_statement** out,
                                                 confer_error** error);
CONFER_C_API void confer_statement_free(confer_statement* statement);

/* Sets the parameter $name, without the `$`; the last time counts. A text that is not UTF-8, a node, a relationship or
 * a path is no parameter: the run then fails with "usage". Errors here: "protocol" and "nesting-too-deep", for JSON.
 * Threads: one. */
CONFER_C_API confer_status confer_bind_null(confer_statement* statement, const char* name, confer_error** error);
CONFER_C_API confer_status confer_bind_boolean(confer_statement* statement, const char* name, int32_t boolean,
                                               confer_error** error);
CONFER_C_API confer_status confer_bind_integer(confer_statement* statement, const char* name, int64_t integer,
                                               confer_error** error);
CONFER_C_API confer_status confer_bind_float(confer_statement* statement, const char* name, double number,
                                             confer_error** error);
CONFER_C_API confer_status confer_bind_text(confer_statement* statement, const char* name, const char* text,
                                            size_t size, confer_error** error);
/* Lists and maps, and all else that JSON can say. A number with neither point nor exponent is an integer, any other a
 * float; {"$float": "NaN"} and its like are the floats that JSON lacks. */
CONFER_C_API confer_status confer_bind_json(confer_statement* statement, const char* name, const char* json,
                                            size_t size, confer_error** error);
/* A value of an answer. */
CONFER_C_API confer_status confer_bind_datum(confer_statement* statement, const char* name, const confer_datum* datum,
                                             confer_error** error);

/* Runs the statement to its end. Errors: whatever is wrong with the statement, its parameters or the run. Threads: any,
 * as long as none binds. */
CONFER_C_API confer_status confer_statement_run(const confer_statement* statement, const confer_options* options,
                                                confer_answer** out, confer_error** error);

/* A switch that stops every run that was given it, and those that are given it later, until it is reset. NULL when
 * memory is out. It must outlive the runs. Threads: any. */
CONFER_C_API confer_interrupt* confer_interrupt_new(void);
CONFER_C_API void confer_interrupt_free(confer_interrupt* interrupt);
/* Throws the switch. Threads: any, and signal handlers. */
CONFER_C_API void confer_interrupt_request(confer_interrupt* interrupt);
CONFER_C_API void confer_interrupt_reset(confer_interrupt* interrupt);

/* ---- Answers: rows, columns and what they rest on. Threads: any. --------------------------------------------------
 */

CONFER_C_API void confer_answer_free(confer_answer* answer);

CONFER_C_API size_t confer_answer_row_count(const confer_answer* answer);
CONFER_C_API size_t confer_answer_column_count(const confer_answer* answer);
CONFER_C_API const char* confer_answer_column_name(const confer_answer* answer, size_t column, size_t* size);
/* Which column is called so; confer_answer_column_count() when none is. */
CONFER_C_API size_t confer_answer_column_called(const confer_answer* answer, const char* name);

/* The value in a row and a column, counted from 0. Never NULL; past the end, a null datum. Lives as long as the answer.
 * Cost: the first time, a copy of the value, which the answer keeps; a node or relationship brings its properties. */
CONFER_C_API const confer_datum* confer_answer_datum(const confer_answer* answer, size_t row, size_t column);

/* `count` values of a column, from row `first` on, into arrays of yours, without a datum for each. Where the value is
 * not a number (not a boolean), 0 is put; `present`, unless NULL, gets 1 or 0 for each. Returns how many rows there
 * were. Integers are given as floats, but floats not as integers. */
CONFER_C_API size_t confer_answer_integers(const confer_answer* answer, size_t column, size_t first, size_t count,
                                           int64_t* values, unsigned char* present);
CONFER_C_API size_t confer_answer_floats(const confer_answer* answer, size_t column, size_t first, size_t count,
                                         double* values, unsigned char* present);
CONFER_C_API size_t confer_answer_booleans(const confer_answer* answer, size_t column, size_t first, size_t count,
                                           unsigned char* values, unsigned char* present);

/* The whole answer in a text of yours, as the command's `--format` writes it: "json", "csv", "table", "markdown",
 * "html" … NULL when it fails. Errors: "usage", which lists the formats. */
CONFER_C_API char* confer_answer_to_text(const confer_answer* answer, const char* format, size_t* size,
                                         confer_error** error);

/* What a run has to say besides its rows, in whole sentences. */
CONFER_C_API size_t confer_answer_notice_count(const confer_answer* answer);
CONFER_C_API const char* confer_answer_notice(const confer_answer* answer, size_t index, size_t* size);
/* The pattern that ran: a question's translation. */
CONFER_C_API const char* confer_answer_pattern(const confer_answer* answer, size_t* size);
/* The time inside the engine, parsing included. */
CONFER_C_API double confer_answer_seconds(const confer_answer* answer);

/* What the statement did to the graph. */
typedef enum confer_change {
    CONFER_NODES_CREATED = 0,
    CONFER_NODES_DELETED = 1,
    CONFER_RELATIONSHIPS_CREATED = 2,
    CONFER_RELATIONSHIPS_DELETED = 3,
    CONFER_LABELS_ADDED = 4,
    CONFER_LABELS_REMOVED = 5,
    CONFER_PROPERTIES_SET = 6,
    CONFER_PROPERTIES_REMOVED = 7
} confer_change;

CONFER_C_API uint64_t confer_answer_changes(const confer_answer* answer, confer_change which);

/* The sources that the answer rests on, in the order in which its rows first cite them. A row cites by index, from 0:
 *
 *     for (i = 0; i < confer_answer_citation_count(answer, row); i++)
 *         puts(confer_answer_source_text(answer, confer_answer_citation(answer, row, i), CONFER_SOURCE_TITLE, NULL));
 */
typedef enum confer_source_field {
    CONFER_SOURCE_ID = 0,
    CONFER_SOURCE_TITLE = 1,
    CONFER_SOURCE_AUTHORS = 2,
    CONFER_SOURCE_PUBLISHER = 3,
    CONFER_SOURCE_URL = 4,
    CONFER_SOURCE_QUALITY = 5 /* as the graph grades it */
} confer_source_field;

CONFER_C_API size_t confer_answer_source_count(const confer_answer* answer);
/* Empty when it is not known. */
CONFER_C_API const char* confer_answer_source_text(const confer_answer* answer, size_t source,
                                                   confer_source_field field, size_t* size);
/* 1 when the year is known, else 0. */
CONFER_C_API int32_t confer_answer_source_year(const confer_answer* answer, size_t source, int64_t* year);
/* 1 when what rests on this source alone should be read with care, else 0. */
CONFER_C_API int32_t confer_answer_source_is_weak(const confer_answer* answer, size_t source);
CONFER_C_API size_t confer_answer_citation_count(const confer_answer* answer, size_t row);
/* confer_answer_source_count() past the end. */
CONFER_C_API size_t confer_answer_citation(const confer_answer* answer, size_t row, size_t index);

/* ---- Values. Threads: any. ----------------------------------------------------------------------------------------
 */

/* What a value is; the same numbers as in confer/plugin.h. A later version may add kinds. */
#ifndef CONFER_KINDS
#define CONFER_KINDS
enum {
    CONFER_NULL = 0,
    CONFER_BOOLEAN = 1,
    CONFER_INTEGER = 2, /* 64 bits, signed */
    CONFER_FLOAT = 3,   /* double; may be infinite or NaN */
    CONFER_STRING = 4,
    CONFER_LIST = 5,
    CONFER_MAP = 6, /* keys in alphabetical (bytewise) order, none twice */
    CONFER_NODE = 7,
    CONFER_RELATIONSHIP = 8,
    CONFER_PATH = 9 /* reads as a list: node, relationship, node, … */
};
#endif

CONFER_C_API int32_t confer_datum_kind(const confer_datum* datum);

/* 0, 0.0 or "" for a value of another kind; confer_datum_float reads integers, too. */
CONFER_C_API int32_t confer_datum_boolean(const confer_datum* datum);
CONFER_C_API int64_t confer_datum_integer(const confer_datum* datum);
CONFER_C_API double confer_datum_float(const confer_datum* datum);
CONFER_C_API const char* confer_datum_string(const confer_datum* datum, size_t* size);

/* As a person would read it, whatever it is: texts as they are, nodes by name, lists joined by ", ", null as "". Lives
 * as long as the answer. Cost: the first time, making it. */
CONFER_C_API const char* confer_datum_text(const confer_datum* datum, size_t* size);

/* Lists, maps and paths: how many parts; nodes and relationships: how many properties. The part at an index, from 0: of
 * maps, nodes and relationships the value, to which confer_datum_key gives the key. Past the end, a null datum. */
CONFER_C_API size_t confer_datum_size(const confer_datum* datum);
CONFER_C_API const confer_datum* confer_datum_item(const confer_datum* datum, size_t index);
CONFER_C_API const char* confer_datum_key(const confer_datum* datum, size_t index, size_t* size);
/* The value under a key; a null datum when there is none. */
CONFER_C_API const confer_datum* confer_datum_property(const confer_datum* datum, const char* key);

/* Nodes and relationships. The id is the number that id() gives, good for this graph only; the id that a graph's author
 * wrote is the property `id`. -1 for what has none. */
CONFER_C_API int64_t confer_datum_id(const confer_datum* datum);
CONFER_C_API size_t confer_datum_label_count(const confer_datum* node);
CONFER_C_API const char* confer_datum_label(const confer_datum* node, size_t index, size_t* size);
CONFER_C_API const char* confer_datum_type(const confer_datum* relationship, size_t* size);
/* The ids of the nodes that it leads from and to. */
CONFER_C_API int64_t confer_datum_start(const confer_datum* relationship);
CONFER_C_API int64_t confer_datum_end(const confer_datum* relationship);

/* ---- Errors. Threads: any. ----------------------------------------------------------------------------------------
 */

CONFER_C_API void confer_error_free(confer_error* error);

CONFER_C_API confer_status confer_error_status(const confer_error* error);
/* Stable, kebab-case: "unknown-name". docs/errors.md explains each. */
CONFER_C_API const char* confer_error_code(const confer_error* error);
/* One sentence. */
CONFER_C_API const char* confer_error_message(const confer_error* error, size_t* size);
/* Where in the statement: line and column from 1, and how many code points are wrong there. All 0 when the fault is not
 * in the statement; a length of 0 where something is missing. */
CONFER_C_API uint32_t confer_error_line(const confer_error* error);
CONFER_C_API uint32_t confer_error_column(const confer_error* error);
CONFER_C_API uint32_t confer_error_length(const confer_error* error);
/* Each says what to do instead. */
CONFER_C_API size_t confer_error_hint_count(const confer_error* error);
CONFER_C_API const char* confer_error_hint(const confer_error* error, size_t index, size_t* size);
/* Message, place with carets and hints, in several lines, as a terminal shows them. */
CONFER_C_API const char* confer_error_rendered(const confer_error* error, size_t* size);

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif
