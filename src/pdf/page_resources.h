#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "pdf/font_codes.h"
#include "pdf/haru_document.h"
#include "pdf/write_pdf.h"

namespace forme {

using FaceSource = std::function<const Face&(FaceId)>;

// The fonts of a document, made when first used; each is named after its face on every page.
class FontTable {
 public:
  FontTable(HaruDocument& pdf, FaceSource faces) : pdf_(&pdf), faces_(std::move(faces)) {}
  FontCodes& font(FaceId id);
  // Subsets and writes every font used. Call once, after the pages.
  Status write_all();

 private:
  HaruDocument* pdf_;
  FaceSource faces_;
  std::vector<FontCodes*> by_id_;
  std::vector<std::unique_ptr<FontCodes>> in_order_;
};

// An image or a form that pages draw with Do.
struct DrawnObject {
  PdfDict object;
  bool transparent = false;
  // The part of the image to show, in fractions from the top left.
  double show_x = 0, show_y = 0, show_width = 1, show_height = 1;
};

// The pictures of a document, each written once for each source and crop; and the stubs of its
// adverts, one for each source and size.
class ObjectTable {
 public:
  explicit ObjectTable(HaruDocument& pdf) : pdf_(&pdf) {}
  // Asks for every picture, in order of first appearance, for the largest box it stands in.
  Status load(const std::vector<DisplayPage>& pages, const PictureProvider& provide);
  // REQUIRES: load() saw the item.
  const DrawnObject& picture(const PictureItem& item) const;
  const DrawnObject& advert(const AdvertItem& item);
  // Stands for the bytes of every picture, for the document's ID.
  const std::string& fingerprint() const { return fingerprint_; }

 private:
  DrawnObject write_picture(const PreparedPicture& picture);

  HaruDocument* pdf_;
  std::map<std::string, DrawnObject> pictures_, adverts_;
  std::string fingerprint_;
};

}  // namespace forme
