#include "cli/run.h"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/task_arena.h>

namespace forme {

ExitStatus with_jobs(int jobs, const std::function<ExitStatus()>& work) {
  const int threads = jobs > 0 ? jobs : tbb::info::default_concurrency();
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                  static_cast<std::size_t>(threads));
  tbb::task_arena arena(threads);
  return arena.execute(work);
}

}  // namespace forme
