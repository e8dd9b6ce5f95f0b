/* Asks the built-in graph a question and prints the answer with its sources. */
#include <confer/confer.h>
#include <stdio.h>

int main(void) {
    confer_graph* graph = NULL;
    confer_answer* answer = NULL;
    confer_error* error = NULL;
    confer_status status = confer_graph_builtin(&graph, &error);
    size_t row, i;

    if (status == CONFER_OK)
        status = confer_graph_ask(graph, "what does family systems therapy combine?", CONFER_NUL, NULL, NULL, &answer,
                                  &error);
    if (status != CONFER_OK) fprintf(stderr, "%s\n", confer_error_rendered(error, NULL));
    for (row = 0; row < confer_answer_row_count(answer); row++) {
        fputs(confer_datum_text(confer_answer_datum(answer, row, 0), NULL), stdout);
        for (i = 0; i < confer_answer_citation_count(answer, row); i++) {
            const size_t source = confer_answer_citation(answer, row, i);
            printf(" [%s]", confer_answer_source_text(answer, source, CONFER_SOURCE_TITLE, NULL));
        }
        putchar('\n');
    }
    confer_error_free(error);
    confer_answer_free(answer);
    confer_graph_free(graph);
    return status;
}
