#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <cmath>
#include <utility>

#include "pdfdoc/qpdf_bridge.h"

namespace forme {

namespace {

PageFacts facts_of(QPDF& pdf) {
  PageFacts facts;
  facts.encrypted = pdf.isEncrypted();
  if (facts.encrypted) return facts;
  auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
  if (pages.empty()) throw std::runtime_error("it has no page");
  QPDFPageObjectHelper& page = pages.front();
  QPDFObjectHandle box = page.getTrimBox();  // else the CropBox, else the MediaBox
  if (!box.isRectangle()) throw std::runtime_error("its first page has no size");
  const QPDFObjectHandle::Rectangle edges = box.getArrayAsRectangle();
  facts.pages = static_cast<int>(pages.size());
  facts.width = std::abs(edges.urx - edges.llx);
  facts.height = std::abs(edges.ury - edges.lly);
  QPDFObjectHandle unit = page.getAttribute("/UserUnit", false);
  if (unit.isNumber() && unit.getNumericValue() > 0) {
    facts.width *= unit.getNumericValue();
    facts.height *= unit.getNumericValue();
  }
  QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
  if (rotate.isInteger() && rotate.getIntValue() % 180 != 0) std::swap(facts.width, facts.height);
  if (!(facts.width > 0) || !(facts.height > 0))
    throw std::runtime_error("its first page has no size");
  return facts;
}

}  // namespace

PageFacts read_page_facts(const std::string& bytes, const std::string& file) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile(file.c_str(), bytes.data(), bytes.size());
    return facts_of(pdf);
  } catch (const QPDFExc& error) {
    if (error.getErrorCode() != qpdf_e_password) throw PdfError(file, error.getMessageDetail());
    PageFacts facts;
    facts.encrypted = true;
    return facts;
  } catch (const std::exception& error) {
    throw PdfError(file, error.what());
  }
}

}  // namespace forme
