#include <unistd.h>

#include <chrono>
#include <exception>
#include <filesystem>
#include <iostream>
#include <new>
#include <string>
#include <vector>

#include "cli/command_line.h"

namespace {

double seconds() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count();
}

std::string executable(const char* called_as) {
  std::error_code failure;
  const std::filesystem::path path = std::filesystem::read_symlink("/proc/self/exe", failure);
  return failure ? std::string(called_as) : path.string();
}

}  // namespace

int main(int argc, char** argv) {
  const auto files = forme::make_disk_file_system();
  forme::Environment environment{
      *files, std::cout, std::cerr, isatty(STDERR_FILENO) == 1, executable(argv[0]), seconds};
  forme::ExitStatus status = forme::ExitStatus::Surroundings;
  try {
    status = forme::run_command_line({argv + 1, argv + argc}, environment);
  } catch (const std::bad_alloc&) {
    std::cerr << "forme: error: out of memory\n";
  } catch (const std::exception& fault) {
    std::cerr << "forme: error: " << fault.what()
              << "\n  hint: this is a fault of forme; please report it\n";
  }
  if (!std::cout.flush()) {
    std::cerr << "forme: error: what was to be printed could not be written\n";
    status = forme::ExitStatus::Surroundings;
  }
  return static_cast<int>(status);
}
