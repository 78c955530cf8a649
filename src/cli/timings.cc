#include "cli/timings.h"

#include <sys/resource.h>

#include <nlohmann/json.hpp>

namespace forme {

void Timings::add(const std::string& stage, double seconds) {
  const std::lock_guard lock(mutex_);
  seconds_[stage] += seconds;
}

std::string Timings::to_json(int pages, std::uint64_t peak_memory) const {
  const std::lock_guard lock(mutex_);
  nlohmann::ordered_json json;
  json["version"] = 1;
  json["total"] = now_() - start_;
  json["pages"] = pages;
  json["peakMemory"] = peak_memory;
  json["stages"] = seconds_;
  return json.dump(2) + "\n";
}

std::uint64_t peak_memory() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;  // Linux counts in KiB
}

}  // namespace forme
