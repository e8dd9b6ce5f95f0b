/* similarity.jaccard(a, b): how alike two lists are, as sets: the share of all their elements that both have.
 * Source: Jaccard, "Étude comparative de la distribution florale", 1901. Walked through in docs/plugins.md. */
#include <confer/plugin.h>

static int32_t jaccard(const confer_host_v1* host, void* user, confer_call* call) {
    const confer_value* a = host->distinct(call, host->argument(call, 0));
    const confer_value* b = host->distinct(call, host->argument(call, 1));
    const size_t a_size = host->size(call, a), b_size = host->size(call, b);
    size_t i = 0, j = 0, both = 0;

    (void)user;
    while (i < a_size && j < b_size) { /* both are sorted: merge them */
        const int32_t order = host->order(call, host->item(call, a, i), host->item(call, b, j));
        if (order == 0) both++;
        if (order <= 0) i++;
        if (order >= 0) j++;
    }
    if (a_size + b_size == 0) return host->put_null(call); /* nothing to compare */
    return host->put_float(call, (double)both / (double)(a_size + b_size - both));
}

CONFER_PLUGIN_EXPORT int32_t confer_plugin_init_v1(const confer_host_v1* host) {
    host->describe(confer_text("jaccard"), confer_text("1.0"), confer_text("How alike two lists are."));
    return host->add_scalar(confer_text("similarity.jaccard(a :: LIST, b :: LIST) :: FLOAT"),
                            confer_text("How alike the lists `a` and `b` are as sets: the number of elements in both, "
                                        "divided by the number in either. Null when both are empty."),
                            CONFER_DETERMINISTIC, jaccard, NULL);
}
