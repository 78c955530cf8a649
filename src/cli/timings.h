#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace forme {

// Seconds spent in each stage. Stages that run side by side overlap, so they may add up to more
// than the total. May be used from every thread.
class Timings {
 public:
  explicit Timings(std::function<double()> now) : now_(std::move(now)), start_(now_()) {}

  // Runs `work` and adds its seconds to `stage`.
  template <class Work>
  auto measure(const std::string& stage, Work&& work) {
    struct Stop {
      Timings& timings;
      const std::string& stage;
      double start;
      ~Stop() { timings.add(stage, timings.now_() - start); }
    } stop{*this, stage, now_()};
    return work();
  }
  // {"version":1,"total":S,"pages":N,"peakMemory":BYTES,"stages":{NAME:S,…}}
  std::string to_json(int pages, std::uint64_t peak_memory) const;

 private:
  void add(const std::string& stage, double seconds);

  std::function<double()> now_;
  double start_;
  mutable std::mutex mutex_;
  std::map<std::string, double> seconds_;
};

// The most memory that this process has held, in bytes.
std::uint64_t peak_memory();

}  // namespace forme
