#include "pdfdoc/impose_pdf.h"

#include "pdfdoc/qpdf_bridge.h"

namespace forme {

Result<std::string> impose_pdf(const std::string& pdf, const std::vector<Spread>& spreads) {
  try {
    return impose_pages(pdf, spreads);
  } catch (const PdfError& error) {
    Diagnostic d;
    d.where.file = error.file;
    d.message = std::string("the pages cannot be imposed: ") + error.what();
    return d;
  }
}

}  // namespace forme
