#pragma once

#include <ctime>
#include <iostream>
#include <string>
#include <vector>

#include "cli/run.h"

namespace forme::test {

// Of the processor.
inline double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// Runs a program that works on issues: `work` gets its words and the run, and gives its status.
template <typename Work>
int run_program(int argc, char** argv, Work work) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const auto files = make_disk_file_system();
  Environment environment{*files, std::cerr, std::cerr, false, argv[0], cpu_seconds};
  Run run(environment, DiagnosticFormat::Text);
  return work(words, run);
}

}  // namespace forme::test
