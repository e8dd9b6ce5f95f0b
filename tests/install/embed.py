# Asks the built-in graph a question and prints the answer with its sources.
import ctypes
import json

confer = ctypes.CDLL("libconfer.so.1")
confer.confer_answer_to_text.restype = ctypes.c_void_p
graph, answer, error = ctypes.c_void_p(), ctypes.c_void_p(), ctypes.c_void_p()
question = "what does family systems therapy combine?".encode()

assert confer.confer_graph_builtin(ctypes.byref(graph), None) == 0
assert confer.confer_graph_ask(graph, question, ctypes.c_size_t(len(question)), None, None, ctypes.byref(answer), None) == 0
text = confer.confer_answer_to_text(answer, b"json", None, None)
found = json.loads(ctypes.string_at(text))
confer.confer_free(ctypes.c_void_p(text))
confer.confer_answer_free(answer)
confer.confer_graph_free(graph)
for row, cited in zip(found["rows"], found["citations"]):
    print(row[0], *(f"[{found['sources'][source]['title']}]" for source in cited))
