/* plugin.h: the door for plugins: functions, procedures and file formats of your own, written in C or in any language
 * that speaks C's ABI.
 *
 * The only header that a plugin includes. C99; a plugin links against nothing of Confer: all that it may call, it
 * finds in the table of functions that it is handed. It exports one symbol, confer_plugin_init_v1:
 *
 *     static int32_t half(const confer_host_v1* host, void* user, confer_call* call) {
 *         (void)user;
 *         return host->put_float(call, host->as_float(call, host->argument(call, 0)) / 2);
 *     }
 *
 *     CONFER_PLUGIN_EXPORT int32_t confer_plugin_init_v1(const confer_host_v1* host) {
 *         host->describe(confer_text("halves"), confer_text("1.0"), confer_text("Halves numbers."));
 *         return host->add_scalar(confer_text("number.half(x :: FLOAT) :: FLOAT"), confer_text("Half of `x`."),
 *                                 CONFER_DETERMINISTIC, half, NULL);
 *     }
 *
 * Strings    (data, size), UTF-8, not NUL-terminated; data may be NULL when size is 0. The host copies what it is
 *            given before it returns.
 * Lifetimes  The table and everything it says live until the process ends: keep its address if you like. A call, its
 *            values and the strings read from them live until your function returns. A plugin that has been loaded
 *            is never unloaded: its code and its `user` pointers must stay valid.
 * Errors     0 is success. The first failure of a call, the host's or yours (fail), is remembered and becomes the
 *            statement's error, whatever comes after it and whatever you return; reading then gives 0, an empty string
 *            or the null value. So you may check at each step or once at the end, and nothing you read is ever
 *            undefined. The same holds while confer_plugin_init_v1 runs: after a failure the plugin is refused.
 * Threads    confer_plugin_init_v1 runs in one thread. A scalar may be called from several threads at once; one call
 *            belongs to one thread.
 * Forbidden  letting a C++ exception or a longjmp cross this line; using a call after its function has returned.
 * Evolution  Members are appended, never moved or removed: test CONFER_HAS before you use one that is newer than 1.0.
 *            A change of meaning would be a new table and a new symbol, confer_plugin_init_v2.
 * Security   A plugin is native code with all rights of the process. It is loaded only when its file is named.
 *
 * docs/plugins.md walks through a whole plugin.
 */
#ifndef CONFER_PLUGIN_H
#define CONFER_PLUGIN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define CONFER_PLUGIN_EXPORT __attribute__((visibility("default")))
#else
#define CONFER_PLUGIN_EXPORT
#endif

/* The door as this header describes it: version 1, minor version 3. 1.1 brought procedures, 1.2 importers and
 * exporters, 1.3 views of the graph. */
#define CONFER_PLUGIN_MINOR 3

/* Whether the host's table reaches as far as `member`. Needed only for members newer than 1.0. */
#define CONFER_HAS(host, member) ((host)->struct_size >= offsetof(confer_host_v1, member) + sizeof((host)->member))

typedef struct confer_str {
    const char* data;
    size_t size;
} confer_str;

/* A NUL-terminated string as the host takes it. */
static inline confer_str confer_text(const char* text) {
    confer_str out;
    out.data = text;
    out.size = strlen(text);
    return out;
}

typedef struct confer_call confer_call;   /* one call of a function: its arguments and its answer */
typedef struct confer_value confer_value; /* an argument, or a part of one */

/* What a value is; the same numbers as in confer/confer.h. A later minor version may add kinds: treat one that you
 * don't know as you treat a wrong one. */
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

/* What add_scalar and add_procedure are told about a function; 0 for nothing. */
enum {
    /* The same arguments always give the same answer. Without it the function counts as random: it is called again for
     * each row, and refused inside an aggregate, as `avg(rand())` is. A procedure without it is called for each row,
     * even where its arguments are the same for all. */
    CONFER_DETERMINISTIC = 1
};

typedef struct confer_host_v1 confer_host_v1;

/* A function of the language. Answers with one of put_…, begin_list or begin_map; without any, the answer is null.
 * `user` is what add_scalar was given. Returns 0, or anything else when it failed. */
typedef int32_t (*confer_scalar_fn)(const confer_host_v1* host, void* user, confer_call* call);

/* A procedure of the language, which gives rows: for each, its outputs in the order of the signature, one put_… (or
 * begin_list, begin_map) after the other, then end_row. Otherwise as confer_scalar_fn. Since 1.1. */
typedef int32_t (*confer_procedure_fn)(const confer_host_v1* host, void* user, confer_call* call);

/* Writes a whole graph in a format, and reads one: see add_exporter and add_importer. `user` is what these were given.
 * Both return 0, or anything else when they failed; then nothing is written, or loaded. Since 1.2. */
typedef int32_t (*confer_exporter_fn)(const confer_host_v1* host, void* user, confer_call* call);
typedef int32_t (*confer_importer_fn)(const confer_host_v1* host, void* user, confer_call* call);

/* A part of the graph for procedures that follow relationships: the nodes with some labels, and the relationships of
 * some types between them. A node is a number below 2^32 - 1, its place in the graph; in the view it has a place from 0
 * to node_count - 1, too, in the order of the numbers. Lives until the procedure returns, and does not change.
 * Since 1.3. */
typedef struct confer_view {
    uint32_t node_count;
    uint32_t relationship_limit; /* numbers of relationships are below this; those of a view are not dense */
    const uint32_t* nodes;       /* by place, the node; NULL: each place is the node */
    const uint32_t* places;      /* by node, its place, or CONFER_NOWHERE; NULL: each node is its place */
    size_t type_count;
} confer_view;

#define CONFER_NOWHERE UINT32_MAX

/* Some labels, to be asked of nodes one by one. Since 1.3. */
typedef struct confer_label_set confer_label_set;

/* The relationships of one type that lead from a node, or to it: relationships[i] has nodes[i] at its other end, which
 * may lie outside the view. In the order of the nodes. */
typedef struct confer_neighbours {
    const uint32_t* nodes;
    const uint32_t* relationships;
    size_t count;
} confer_neighbours;

struct confer_host_v1 {
    uint32_t struct_size; /* of the host's table, in bytes */
    uint32_t minor;       /* of the host: 0 for a host of version 1.0, 1 for one of 1.1 … */

    /* ---- Introducing yourself: only while confer_plugin_init_v1 runs, in its thread. ---- */

    /* Required, once: the plugin's name and version (one line each, at most 100 bytes) and what it is for. */
    int32_t (*describe)(confer_str name, confer_str version, confer_str about);

    /* Adds a function. The signature is its name, its parameters and what it returns:
     *
     *     similarity.cosine(a :: LIST OF FLOAT, b :: LIST OF FLOAT) :: FLOAT
     *
     * The name has at least one dot, so that it never stands in the way of the language's own functions; upper and
     * lower case are the same. Types: ANY, BOOLEAN, INTEGER, FLOAT (a parameter takes integers too), NUMBER (an
     * integer or a float), STRING, LIST, LIST OF one of the others, MAP, NODE, RELATIONSHIP, PATH. The host checks how
     * many arguments there are and of which kind; elements of lists are checked when you read them. A null argument
     * makes the answer null without a call, unless its parameter's type ends in `?`: STRING?.
     *
     * `doc` is for people: a sentence or two, with the parameters in `ticks`. */
    int32_t (*add_scalar)(confer_str signature, confer_str doc, uint32_t flags, confer_scalar_fn function, void* user);

    /* Declines to be loaded, and says why: `return host->refuse(confer_text("…"))`. Never returns 0. */
    int32_t (*refuse)(confer_str why);

    /* ---- Reading: values are handles, good until the function returns. A NULL handle reads as the null value. ---- */

    size_t (*argument_count)(confer_call* call);
    /* The argument at `index`, from 0; past the last, the null value. */
    const confer_value* (*argument)(confer_call* call, size_t index);

    int32_t (*kind)(confer_call* call, const confer_value* value);       /* CONFER_NULL, … Never fails. */
    int32_t (*as_boolean)(confer_call* call, const confer_value* value); /* 0 or 1 */
    int64_t (*as_integer)(confer_call* call, const confer_value* value);
    double (*as_float)(confer_call* call, const confer_value* value); /* of an integer, too */
    confer_str (*as_string)(confer_call* call, const confer_value* value);

    /* Lists, maps and paths: how many parts, and the part at `index`, from 0. Past the last, the null value (and
     * the empty key). Of a map, item gives the value and key the key. */
    size_t (*size)(confer_call* call, const confer_value* value);
    const confer_value* (*item)(confer_call* call, const confer_value* value, size_t index);
    confer_str (*key)(confer_call* call, const confer_value* map, size_t index);

    /* Of a map, a node or a relationship: the value under a key, or the null value; and all of them, as a map. */
    const confer_value* (*property)(confer_call* call, const confer_value* holder, confer_str key);
    const confer_value* (*properties)(confer_call* call, const confer_value* holder);

    /* Nodes and relationships. The id is the number that id() gives, good for this graph only; the id that a graph's
     * author wrote is the property `id`. */
    int64_t (*id)(confer_call* call, const confer_value* node_or_relationship);
    const confer_value* (*labels)(confer_call* call, const confer_value* node); /* a list of strings */
    confer_str (*type)(confer_call* call, const confer_value* relationship);
    const confer_value* (*start_node)(confer_call* call, const confer_value* relationship);
    const confer_value* (*end_node)(confer_call* call, const confer_value* relationship);

    /* The order of ORDER BY, over all kinds: negative, 0 or positive. 0 exactly for what DISTINCT holds to be the
     * same: 1 and 1.0, null and null. */
    int32_t (*order)(confer_call* call, const confer_value* a, const confer_value* b);
    /* The elements of a list in that order, each once: a set, ready to be merged with another. O(n log n). */
    const confer_value* (*distinct)(confer_call* call, const confer_value* list);

    /* ---- Answering: one value. Between begin_list and end_list each value is appended to the list; between begin_map
     * and end_map each one follows its put_key. They nest, 1000 deep at most. ---- */

    int32_t (*put_null)(confer_call* call);
    int32_t (*put_boolean)(confer_call* call, int32_t boolean); /* 0 is false, all else true */
    int32_t (*put_integer)(confer_call* call, int64_t integer);
    int32_t (*put_float)(confer_call* call, double number);
    int32_t (*put_string)(confer_call* call, confer_str text);
    int32_t (*put_value)(confer_call* call, const confer_value* value); /* one that was read: any kind */
    int32_t (*begin_list)(confer_call* call);
    int32_t (*end_list)(confer_call* call);
    int32_t (*begin_map)(confer_call* call);
    int32_t (*put_key)(confer_call* call, confer_str key);
    int32_t (*end_map)(confer_call* call);

    /* Ends in failure, with a sentence for the person who asked: `return host->fail(call, confer_text("…"))`. Never
     * returns 0. */
    int32_t (*fail)(confer_call* call, confer_str message);
    /* Whether the call has failed already: worth a look before a long computation. */
    int32_t (*failed)(confer_call* call);

    /* ---- Version 1.0 ends here. Of what follows, ask first: CONFER_HAS(host, add_procedure). ---- */

    /* Adds a procedure, while confer_plugin_init_v1 runs. Its signature ends in the outputs of its rows; without any,
     * it is void, and a row that calls it goes on as it is:
     *
     *     graph.neighbours(of :: NODE, limit :: INTEGER?) :: (neighbour :: NODE, weight :: FLOAT)
     *
     * The rules for names, types, nulls and flags are those of add_scalar; a null argument for a parameter without `?`
     * gives no row, without a call. Parameters at the end with `?` may be left out; they are null then. Procedures
     * read: there is nothing here that changes a graph. */
    int32_t (*add_procedure)(confer_str signature, confer_str doc, uint32_t flags, confer_procedure_fn function,
                             void* user);

    /* In a procedure: ends a row. Fails when it lacks an output or has one too many, when one is of another type than
     * the signature says, and when the statement is to stop (its time is up, say): so stop when it isn't 0. */
    int32_t (*end_row)(confer_call* call);

    /* ---- Version 1.1 ends here. Of what follows, ask first: CONFER_HAS(host, add_exporter). ---- */

    /* Adds a format that graphs can be written in, while confer_plugin_init_v1 runs. `format` is its name and how its
     * files end, in lower-case letters and digits: "graphml". `parts` is empty for a format of one file; otherwise it
     * names the ends of the files that a graph has in this format, with spaces between them: "nodes.csv edges.csv".
     * `doc` is for people: one sentence.
     *
     * An exporter runs in one thread. It reads the graph element by element, writes bytes, and holds no more of either
     * than it wants to: the host streams. No file takes its place before the exporter has returned 0. */
    int32_t (*add_exporter)(confer_str format, confer_str parts, confer_str doc, confer_exporter_fn function,
                            void* user);
    /* Adds a format that graphs can be read from; the rules are those of add_exporter. One plugin may add both. */
    int32_t (*add_importer)(confer_str format, confer_str parts, confer_str doc, confer_importer_fn function,
                            void* user);

    /* In a format of several files: goes on in this one of its parts, from its beginning. Nothing is open before the
     * first call; a format of one file is open from the beginning. An exporter writes each part at most once. */
    int32_t (*open_part)(confer_call* call, confer_str part);
    /* In an importer: 1 when the file of that part is there, else 0. */
    int32_t (*has_part)(confer_call* call, confer_str part);
    /* A sentence for the person who asked, which does not end anything: what a format had to leave out, say. */
    int32_t (*note)(confer_call* call, confer_str text);

    /* ---- Exporting. ---- */

    /* All that graph JSON says of the graph besides its nodes and edges, the schema first of all, as one JSON text
     * without line breaks. What an importer hands back by put_head is the same graph's again. */
    confer_str (*head)(confer_call* call);
    /* Which properties there are of nodes, or of relationships, ahead of the elements themselves: a list of
     * maps {key, type}, one for each key and type that occurs, in the order of the keys and then the types. A type
     * is written as in signatures: BOOLEAN, INTEGER, FLOAT, STRING, LIST OF one of these; LIST OF ANY of lists whose
     * elements differ in kind, and LIST of empty ones. */
    const confer_value* (*node_keys)(confer_call* call);
    const confer_value* (*relationship_keys)(confer_call* call);
    size_t (*node_count)(confer_call* call);
    size_t (*relationship_count)(confer_call* call);
    /* The next node or relationship, in an order that is always the same for the same graph; NULL past the last, and
     * then the next call begins again. What was read from the element before it, strings included, is gone.
     * Relationships come by type. */
    const confer_value* (*next_node)(confer_call* call);
    const confer_value* (*next_relationship)(confer_call* call);
    /* The id by which files know a node: its property `id`, or one that is made for it. No two nodes have the same. */
    confer_str (*file_id)(confer_call* call, const confer_value* node);
    /* Appends bytes to the file. */
    int32_t (*write)(confer_call* call, confer_str bytes);

    /* ---- Importing. An importer reads bytes and hands over elements; the host checks them as it does those of graph
     * JSON: ids that occur twice, relationships to nowhere, the schema if there is one. A mistake in the data is no
     * failure of the call: say what it is with `problem`, skip what it spoils and go on, so that people learn all
     * of it in one go. The graph is loaded only if there was none. Text that is not UTF-8 is such a problem, too. ----
     */

    /* Fills the beginning of `buffer` and says how much; 0 at the end of the file, or when the call has failed. */
    size_t (*read)(confer_call* call, char* buffer, size_t capacity);
    /* The line of the file, from 1, of what is handed over next; 0 when it is not known. Messages name it. */
    int32_t (*at_line)(confer_call* call, uint32_t line);
    /* What `head` gave, or a part of it. Before the first element, at most once. */
    int32_t (*put_head)(confer_call* call, confer_str json);
    /* An element: begin_node, put_label for each label, then put_key and one value (put_…, begin_list … end_list) for
     * each property, end_element. Relationships may come before their nodes. */
    int32_t (*begin_node)(confer_call* call, confer_str id);
    int32_t (*put_label)(confer_call* call, confer_str label);
    int32_t (*begin_relationship)(confer_call* call, confer_str from, confer_str type, confer_str to);
    int32_t (*end_element)(confer_call* call);
    /* Something in the file is wrong: one sentence, with what the file says in `ticks`; `hint` says what to write
     * instead, or is empty. */
    int32_t (*problem)(confer_call* call, confer_str message, confer_str hint);

    /* ---- Version 1.2 ends here. Of what follows, ask first: CONFER_HAS(host, view). All of it is for procedures. ----
     */

    /* The view of the nodes with one of `labels` and the relationships of `types`: lists of strings; null, or NULL, for
     * all. NULL when the call fails: on a graph with a schema, names that it doesn't know are errors with the nearest
     * ones; without, they stand for nothing. Of the graph nothing is copied. Cost: O(types); with labels O(nodes), and
     * 4 bytes for each. */
    const confer_view* (*view)(confer_call* call, const confer_value* labels, const confer_value* types);
    /* The relationships of one type of the view, counted from 0, that lead from the node (or to it, when `incoming` is
     * not 0). O(1). May be called from any number of threads. */
    confer_neighbours (*neighbours)(const confer_view* view, size_t type, int32_t incoming, uint32_t node);

    /* The same labels as `view` takes, where a few nodes are asked of and a view would be too much: whether a node has
     * one of them, and how many nodes have. O(labels); count_with O(nodes) for several labels. NULL when the call
     * fails. */
    const confer_label_set* (*label_set)(confer_call* call, const confer_value* labels);
    int32_t (*has_label)(const confer_label_set* set, uint32_t node);
    size_t (*count_with)(const confer_label_set* set);

    /* From values to numbers and back. A handle takes memory until the procedure returns; put_node and
     * put_relationship, which answer with a node or a relationship, don't. */
    uint32_t (*node_number)(confer_call* call, const confer_value* node);
    uint32_t (*relationship_number)(confer_call* call, const confer_value* relationship);
    const confer_value* (*node)(confer_call* call, uint32_t number);
    const confer_value* (*relationship)(confer_call* call, uint32_t number);
    int32_t (*put_node)(confer_call* call, uint32_t number);
    int32_t (*put_relationship)(confer_call* call, uint32_t number);
    /* The property `key` of relationships [first, first + count), as floats; `otherwise` for those without it and those
     * where it is no number. */
    int32_t (*relationship_numbers)(confer_call* call, confer_str key, double otherwise, uint32_t first, uint32_t count,
                                    double* numbers);
    /* The relationship types that lead to what a thing is made of, as the schema says; all without a schema. A list of
     * strings, as `view` takes it. */
    const confer_value* (*component_types)(confer_call* call);

    /* 0 as long as the statement may go on. Else its time is up, or it was interrupted, and the call has failed:
     * return. Worth asking every few thousand steps. */
    int32_t (*go_on)(confer_call* call);
    /* Counts memory of yours as the statement's, until the procedure returns. Fails when that is more than it may use.
     */
    int32_t (*charge)(confer_call* call, size_t bytes);
    /* Ends in failure because of what the procedure was given: "takes a damping below 1, not 1.5" goes on behind its
     * name, and `hint` says what to write instead, or is empty. Never returns 0. */
    int32_t (*reject)(confer_call* call, confer_str message, confer_str hint);

    /* Version 1.3 ends here. */
};

/* The one symbol that a plugin exports. Returns 0 when it is ready, anything else when it can't work here. A plugin
 * that is linked into a program instead is compiled with CONFER_PLUGIN_INIT defined as a name of its own for this
 * symbol. */
#ifdef CONFER_PLUGIN_INIT
#define confer_plugin_init_v1 CONFER_PLUGIN_INIT
#endif
CONFER_PLUGIN_EXPORT int32_t confer_plugin_init_v1(const confer_host_v1* host);

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif
