#include "pdfdoc/finish_pdf.h"

#include "pdfdoc/qpdf_bridge.h"

namespace forme {

Result<std::string> finish_pdf(const std::string& pdf,
                               const std::map<std::string, std::string>& adverts,
                               const FinishSettings& settings) {
  try {
    return fill_stubs(pdf, adverts, settings.screen, settings.cmyk_icc);
  } catch (const PdfError& error) {
    Diagnostic d;
    d.where.file = error.file;
    d.message = std::string("the PDF cannot be used: ") + error.what();
    d.hint = "export it again";
    return d;
  }
}

}  // namespace forme
