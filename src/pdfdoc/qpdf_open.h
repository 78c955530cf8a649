#pragma once

#include <memory>
#include <string>

#include "base/result.h"

class QPDF;

namespace forme {

// Opens a PDF that lies in memory; `bytes` must outlive it. Warnings of qpdf go nowhere: what it can
// mend it mends. May throw what qpdf throws.
std::shared_ptr<QPDF> open_qpdf(const std::string& bytes, const std::string& file);

// What qpdf said of `file`, as a diagnostic.
Diagnostic qpdf_failure(const std::string& file, const char* what);

}  // namespace forme
