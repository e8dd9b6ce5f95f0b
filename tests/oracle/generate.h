#pragma once
// generate: random statements over the graphs that random_sketch() makes, through the whole grammar of patterns; most
// of them mean something: names are known, and what is calculated with is mostly a number.
#include <string>

#include "naive.h"
#include "random.h"

namespace confer::oracle {

// Every statement may use these.
Row parameters();

std::string random_statement(Random& random);

}  // namespace confer::oracle
