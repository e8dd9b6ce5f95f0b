#pragma once
// graphviz_layouter: pictures laid out by Graphviz's `dot`, when it is installed.
//
// It runs as a process of its own, as the program of that name in PATH, with fixed arguments; what it reads are sizes
// and numbers (picture::graphviz_request), nothing that a graph says. For the people who started the program only: a
// server lays out what strangers ask for by itself.
//
// Errors     none: nothing where there is no `dot`, or it fails.
// Threads    safe from any number of threads.
#include "picture/layout.h"

namespace confer::hosts {

engine::picture::Layouter graphviz_layouter();

}  // namespace confer::hosts
