#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <cmath>
#include <utility>

#include "pdfdoc/finish_pdf.h"
#include "pdfdoc/qpdf_open.h"

namespace forme {

namespace {

Diagnostic refusal(const std::string& file, std::string message, std::string hint) {
  Diagnostic d;
  d.where.file = file;
  d.message = std::move(message);
  d.hint = std::move(hint);
  return d;
}

}  // namespace

Result<PdfPageInfo> inspect_pdf(const std::string& bytes, const std::string& file) {
  try {
    const auto pdf = open_qpdf(bytes, file);
    if (pdf->isEncrypted()) {
      return refusal(file, "the PDF is encrypted", "ask for it without a password");
    }
    const auto pages = QPDFPageDocumentHelper(*pdf).getAllPages();
    if (pages.empty()) return refusal(file, "the PDF has no page", {});
    QPDFPageObjectHelper page = pages.front();
    // Pages may not lend their boxes to others here: getTrimBox falls back to Crop and MediaBox.
    QPDFObjectHandle box = page.getTrimBox();
    if (!box.isRectangle()) return refusal(file, "the PDF's first page has no size", {});
    const QPDFObjectHandle::Rectangle edges = box.getArrayAsRectangle();
    PdfPageInfo info;
    info.pages = static_cast<int>(pages.size());
    info.width_pt = std::abs(edges.urx - edges.llx);
    info.height_pt = std::abs(edges.ury - edges.lly);
    QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
    if (rotate.isInteger() && rotate.getIntValue() % 180 != 0) std::swap(info.width_pt, info.height_pt);
    if (!(info.width_pt > 0) || !(info.height_pt > 0)) {
      return refusal(file, "the PDF's first page has no size", {});
    }
    return info;
  } catch (const QPDFExc& error) {
    if (error.getErrorCode() == qpdf_e_password) {
      return refusal(file, "the PDF is encrypted", "ask for it without a password");
    }
    return qpdf_failure(file, error.getMessageDetail().c_str());
  } catch (const std::exception& error) {
    return qpdf_failure(file, error.what());
  }
}

}  // namespace forme
