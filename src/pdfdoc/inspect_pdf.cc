#include "pdfdoc/finish_pdf.h"
#include "pdfdoc/qpdf_bridge.h"

namespace forme {

Result<PdfPageInfo> inspect_pdf(const std::string& bytes, const std::string& file) {
  Diagnostic refusal;
  refusal.where.file = file;
  try {
    const PageFacts facts = read_page_facts(bytes, file);
    if (!facts.encrypted) return PdfPageInfo{facts.pages, facts.width, facts.height, false};
    refusal.message = "the PDF is encrypted";
    refusal.hint = "ask for it without a password";
  } catch (const PdfError& error) {
    refusal.message = std::string("the PDF cannot be used: ") + error.what();
    refusal.hint = "export it again";
  }
  return refusal;
}

}  // namespace forme
