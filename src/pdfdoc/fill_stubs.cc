#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "pdfdoc/qpdf_bridge.h"
#include "pdfdoc/qpdf_file.h"
#include "pdfdoc/strip_marks.h"

namespace forme {

namespace {

constexpr const char* kAdvertKey = "/FormeAdvert";
// An advert this near to its box, in pt, is not scaled: its dots stay as its maker set them.
constexpr double kSameSize = 0.5;

// Puts the pages of adverts in the place of the stubs that the PDF writer left.
class AdvertImporter {
 public:
  AdvertImporter(QPDF& target, const std::map<std::string, std::string>& adverts, bool screen,
                 const std::string& cmyk_icc)
      : target_(target), adverts_(adverts), screen_(screen), cmyk_icc_(cmyk_icc) {}

  void fill_page(QPDFPageObjectHelper page) {
    QPDFObjectHandle objects = page.getAttribute("/Resources", false).getKey("/XObject");
    if (!objects.isDictionary()) return;
    for (const std::string& name : objects.getKeys()) {
      QPDFObjectHandle stub = objects.getKey(name);
      if (!stub.isStream() || !stub.getDict().hasKey(kAdvertKey)) continue;
      const auto [found, fresh] = filled_.try_emplace(stub.getObjGen());
      if (fresh) found->second = import(stub);
      objects.replaceKey(name, found->second);
    }
  }

  const std::string& current() const { return current_; }

 private:
  QPDFObjectHandle import(QPDFObjectHandle stub) {
    current_ = stub.getDict().getKey(kAdvertKey).getStringValue();
    const auto bytes = adverts_.find(current_);
    if (bytes == adverts_.end()) throw std::runtime_error("it was not given");
    const std::shared_ptr<QPDF> source = open(bytes->second);
    auto pages = QPDFPageDocumentHelper(*source).getAllPages();
    if (pages.empty()) throw std::runtime_error("it has no page");
    QPDFObjectHandle form = target_.copyForeignObject(pages.front().getFormXObjectForPage());
    fit(form, stub.getDict().getKey("/BBox").getArrayAsRectangle());
    form.getDict().removeKey("/StructParents");
    if (screen_) prepare_for_screen(form);
    return form;
  }

  // One reader for each file: qpdf refuses copies from two readers of one stream.
  std::shared_ptr<QPDF> open(const std::string& bytes) {
    auto& source = sources_[current_];
    if (!source) source = open_quietly(bytes, current_);
    return source;
  }

  // Centres the form in the stub's box and scales it to fit, unless it has that size already.
  void fit(QPDFObjectHandle form, const QPDFObjectHandle::Rectangle& box) {
    QPDFObjectHandle dict = form.getDict();
    const QPDFMatrix own = dict.hasKey("/Matrix")
                               ? QPDFMatrix(dict.getKey("/Matrix").getArrayAsMatrix())
                               : QPDFMatrix();
    const auto shown = own.transformRectangle(dict.getKey("/BBox").getArrayAsRectangle());
    const double width = shown.urx - shown.llx, height = shown.ury - shown.lly;
    const double box_width = box.urx - box.llx, box_height = box.ury - box.lly;
    if (!(width > 0) || !(height > 0)) throw std::runtime_error("its first page has no size");
    double scale = std::min(box_width / width, box_height / height);
    if (std::abs(box_width - width) <= kSameSize && std::abs(box_height - height) <= kSameSize)
      scale = 1;
    QPDFMatrix placed;
    placed.translate(box.llx + (box_width - width * scale) / 2 - shown.llx * scale,
                     box.lly + (box_height - height * scale) / 2 - shown.lly * scale);
    placed.scale(scale, scale);
    placed.concat(own);
    dict.replaceKey("/Matrix", QPDFObjectHandle::newFromMatrix(placed));
  }

  // The reader's screen has no press: DeviceCMYK is given a meaning, and marks that number another
  // document's tags go.
  void prepare_for_screen(QPDFObjectHandle form) {
    if (!form.isStream() || !seen_.insert(form.getObjGen()).second) return;
    strip_marks(form);
    QPDFObjectHandle dict = form.getDict();
    dict.removeKey("/StructParents");
    dict.removeKey("/StructParent");
    QPDFObjectHandle resources = dict.getKey("/Resources");
    if (!resources.isDictionary()) {
      resources = dict.replaceKeyAndGetNew("/Resources", QPDFObjectHandle::newDictionary());
    }
    if (!cmyk_icc_.empty()) {
      QPDFObjectHandle spaces = resources.getKey("/ColorSpace");
      if (!spaces.isDictionary()) {
        spaces = resources.replaceKeyAndGetNew("/ColorSpace", QPDFObjectHandle::newDictionary());
      }
      if (!spaces.hasKey("/DefaultCMYK")) spaces.replaceKey("/DefaultCMYK", default_cmyk());
    }
    QPDFObjectHandle objects = resources.getKey("/XObject");
    if (!objects.isDictionary()) return;
    for (const std::string& name : objects.getKeys()) {
      QPDFObjectHandle inner = objects.getKey(name);
      if (!inner.isStream() || !inner.getDict().getKey("/Subtype").isNameAndEquals("/Form"))
        continue;
      prepare_for_screen(inner);
    }
  }

  QPDFObjectHandle default_cmyk() {
    if (!default_cmyk_.isInitialized()) {
      QPDFObjectHandle profile = QPDFObjectHandle::newStream(&target_, cmyk_icc_);
      profile.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(4));
      default_cmyk_ = target_.makeIndirectObject(
          QPDFObjectHandle::newArray({QPDFObjectHandle::newName("/ICCBased"), profile}));
    }
    return default_cmyk_;
  }

  QPDF& target_;
  const std::map<std::string, std::string>& adverts_;
  bool screen_;
  const std::string& cmyk_icc_;
  std::string current_;  // the advert at hand, for diagnostics
  std::map<QPDFObjGen, QPDFObjectHandle> filled_;
  std::map<std::string, std::shared_ptr<QPDF>> sources_;  // must live until the target is written
  std::set<QPDFObjGen> seen_;
  QPDFObjectHandle default_cmyk_;
};

}  // namespace

std::string fill_stubs(const std::string& pdf, const std::map<std::string, std::string>& adverts,
                       bool screen, const std::string& cmyk_icc) {
  std::string at_fault = "the edition";
  try {
    const std::shared_ptr<QPDF> document = open_quietly(pdf, at_fault);
    AdvertImporter importer(*document, adverts, screen, cmyk_icc);
    try {
      for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(*document).getAllPages()) {
        importer.fill_page(page);
      }
      return write_file(*document, screen);
    } catch (const std::exception&) {
      if (!importer.current().empty()) at_fault = importer.current();
      throw;
    }
  } catch (const std::exception& error) {
    throw PdfError(at_fault, error.what());
  }
}

}  // namespace forme
