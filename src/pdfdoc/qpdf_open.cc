#include "pdfdoc/qpdf_open.h"

#include <qpdf/QPDF.hh>

namespace forme {

std::shared_ptr<QPDF> open_qpdf(const std::string& bytes, const std::string& file) {
  auto pdf = std::make_shared<QPDF>();
  pdf->setSuppressWarnings(true);
  pdf->processMemoryFile(file.c_str(), bytes.data(), bytes.size());
  return pdf;
}

Diagnostic qpdf_failure(const std::string& file, const char* what) {
  Diagnostic d;
  d.where.file = file;
  d.message = std::string("the PDF cannot be read: ") + what;
  d.hint = "export it again, without a password";
  return d;
}

}  // namespace forme
