#include "cli/messages.h"

#include <ostream>

namespace forme {

void Messages::print_new(const Diagnostics& diagnostics) {
  for (; printed_ < diagnostics.all().size(); ++printed_) {
    const Diagnostic& diagnostic = diagnostics.all()[printed_];
    environment_.err << (format_ == DiagnosticFormat::Json ? to_json_line(diagnostic)
                                                           : to_text(diagnostic));
  }
  environment_.err.flush();
}

void Messages::progress(std::string_view stage) {
  if (!environment_.err_is_terminal || format_ == DiagnosticFormat::Json) return;
  environment_.err << "forme: " << stage << std::endl;
}

}  // namespace forme
