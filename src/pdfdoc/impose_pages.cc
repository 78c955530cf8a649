#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <memory>
#include <utility>

#include "pdfdoc/qpdf_bridge.h"
#include "pdfdoc/qpdf_file.h"

namespace forme {

namespace {

using Rectangle = QPDFObjectHandle::Rectangle;

constexpr const char* kFile = "the print PDF";

// A page as it was: its content as a form, in its own coordinates, and its boxes.
struct ImposedPage {
  QPDFObjectHandle form, group;
  Rectangle trim, bleed;
  std::string label;
  double width() const { return trim.urx - trim.llx; }
  double height() const { return trim.ury - trim.lly; }
};

std::string number(double value) {
  return QPDFObjectHandle::newReal(value, 5).unparse();
}

class Imposer {
 public:
  explicit Imposer(QPDF& pdf) : pdf_(pdf), helper_(pdf) {
    const std::vector<QPDFPageObjectHelper> pages = helper_.getAllPages();
    if (pages.empty()) throw std::runtime_error("it has no page");
    int count = 0;
    for (QPDFPageObjectHelper page : pages) pages_.push_back(take(page, ++count));
    for (const QPDFPageObjectHelper& page : pages) helper_.removePage(page);
  }

  void add(const Spread& spread) {
    QPDFObjectHandle content = QPDFObjectHandle::newStream(&pdf_);
    QPDFObjectHandle objects = QPDFObjectHandle::newDictionary();
    QPDFObjectHandle page = QPDFObjectHandle::newDictionary();
    std::string operators, label;
    const ImposedPage& like = model(spread);
    // How far the bleed reaches past the trim, on every side of the spread.
    const double margin = std::max(like.trim.llx - like.bleed.llx, 0.0);
    const double width = like.width() * static_cast<double>(spread.pages.size());
    for (std::size_t at = 0; at < spread.pages.size(); ++at) {
      if (spread.pages[at] == kBlankPage) continue;
      ImposedPage& placed = of(spread.pages[at]);
      const std::string name = "/S" + std::to_string(at + 1);
      objects.replaceKey(name, placed.form);
      operators += draw(placed, name, margin + like.width() * static_cast<double>(at), margin,
                        at > 0, at + 1 < spread.pages.size());
      label += (label.empty() ? "" : "-") + placed.label;
      if (placed.group.isDictionary()) page.replaceKey("/Group", placed.group);
    }
    content.replaceStreamData(operators, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    QPDFObjectHandle resources = QPDFObjectHandle::newDictionary();
    resources.replaceKey("/XObject", objects);
    page.replaceKey("/Type", QPDFObjectHandle::newName("/Page"));
    page.replaceKey("/Resources", resources);
    page.replaceKey("/Contents", content);
    put_box(page, "/MediaBox", 0, 0, width + 2 * margin, like.height() + 2 * margin);
    put_box(page, "/BleedBox", 0, 0, width + 2 * margin, like.height() + 2 * margin);
    put_box(page, "/TrimBox", margin, margin, width + margin, like.height() + margin);
    helper_.addPage(pdf_.makeIndirectObject(page), false);
    add_label(label);
  }

  // What belonged to the pages goes; what the document says of itself stays.
  void finish() {
    QPDFObjectHandle root = pdf_.getRoot();
    for (const char* key : {"/StructTreeRoot", "/MarkInfo", "/Outlines", "/Names", "/Dests",
                            "/OpenAction", "/PageMode", "/Threads"})
      root.removeKey(key);
    QPDFObjectHandle tree = QPDFObjectHandle::newDictionary();
    tree.replaceKey("/Nums", labels_);
    root.replaceKey("/PageLabels", tree);
  }

 private:
  ImposedPage take(QPDFPageObjectHelper& page, int count) {
    ImposedPage taken;
    taken.trim = box(page.getTrimBox());
    taken.bleed = box(page.getAttribute("/BleedBox", false));
    if (!(taken.bleed.urx > taken.bleed.llx)) taken.bleed = taken.trim;
    if (!(taken.width() > 0) || !(taken.height() > 0))
      throw std::runtime_error("a page has no size");
    taken.group = page.getAttribute("/Group", false);
    taken.form = pdf_.makeIndirectObject(page.getFormXObjectForPage(false));
    taken.label = std::to_string(count);
    return taken;
  }
  static Rectangle box(QPDFObjectHandle value) {
    return value.isRectangle() ? value.getArrayAsRectangle() : Rectangle();
  }

  ImposedPage& of(int page) { return pages_.at(static_cast<std::size_t>(page - 1)); }
  // The page whose size the spread has: a blank has none of its own.
  const ImposedPage& model(const Spread& spread) {
    for (const int page : spread.pages)
      if (page != kBlankPage) return of(page);
    return pages_.front();
  }

  // Cut off at the fold, where the neighbour begins; the bleed stays elsewhere.
  static std::string draw(ImposedPage& page, const std::string& name, double left, double foot,
                          bool fold_at_left, bool fold_at_right) {
    const double x0 = fold_at_left ? page.trim.llx : page.bleed.llx;
    const double x1 = fold_at_right ? page.trim.urx : page.bleed.urx;
    page.form.getDict().replaceKey(
        "/BBox", QPDFObjectHandle::newFromRectangle({x0, page.bleed.lly, x1, page.bleed.ury}));
    return "q\n1 0 0 1 " + number(left - page.trim.llx) + " " + number(foot - page.trim.lly) +
           " cm\n" + name + " Do\nQ\n";
  }

  static void put_box(QPDFObjectHandle page, const char* key, double x0, double y0, double x1,
                      double y1) {
    page.replaceKey(key, QPDFObjectHandle::newFromRectangle({x0, y0, x1, y1}));
  }

  void add_label(const std::string& label) {
    QPDFObjectHandle entry = QPDFObjectHandle::newDictionary();
    entry.replaceKey("/P", QPDFObjectHandle::newUnicodeString(label));
    labels_.appendItem(QPDFObjectHandle::newInteger(labels_.getArrayNItems() / 2));
    labels_.appendItem(entry);
  }

  QPDF& pdf_;
  QPDFPageDocumentHelper helper_;
  std::vector<ImposedPage> pages_;
  QPDFObjectHandle labels_ = QPDFObjectHandle::newArray();
};

}  // namespace

std::string impose_pages(const std::string& pdf, const std::vector<Spread>& spreads) {
  try {
    const std::shared_ptr<QPDF> document = open_quietly(pdf, kFile);
    Imposer imposer(*document);
    for (const Spread& spread : spreads) imposer.add(spread);
    imposer.finish();
    return write_file(*document, false);
  } catch (const std::exception& error) {
    throw PdfError(kFile, error.what());
  }
}

}  // namespace forme
