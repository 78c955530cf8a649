#include "makeup/page_marks.h"

#include <array>
#include <bit>
#include <map>
#include <variant>

#include "base/hash.h"
#include "content/visit_blocks.h"

namespace forme {
namespace {

// Source -> as the issue declares it: where a run finds its files is no mark.
std::map<std::string, std::string> declared_sources(const Issue& issue) {
  std::map<std::string, std::string> result;
  for (const Article& article : issue.articles) {
    visit_blocks(article, [&](const Block& block) {
      const auto* figure = std::get_if<Figure>(&block.body);
      if (figure) result.emplace(figure->source, figure->declared);
    });
  }
  for (const Promo& promo : issue.manifest.promos) result.emplace(promo.source, promo.declared);
  for (const Advert& advert : issue.manifest.adverts)
    result.emplace(advert.source, advert.declared);
  return result;
}

// Writes an item's marks as bytes. Whole numbers take as many as they need, seven bits in each, so
// that a page's thousands of glyphs are few bytes to hash; each says whether it is the last.
class MarkWriter {
 public:
  MarkWriter(const Issue& issue, const PictureFacts& pictures)
      : declared_(declared_sources(issue)), pictures_(pictures) {}

  void operator()(const GlyphItem& item) {
    const GlyphRun& run = item.run;
    begin('g', item.outputs);
    put(item.origin);
    put(run.face);
    put(run.size);
    put(run.scale_x);
    put(run.colour);
    put(run.rise);
    put(run.right_to_left);
    put(run.text);  // ToUnicode's, and so the codes
    put(run.reads_as);
    put(run.ends_reading);
    put(static_cast<std::int64_t>(run.glyphs.size()));
    for (const Glyph& glyph : run.glyphs) {
      put(glyph.id);
      put(glyph.advance);
      put(glyph.x_offset);
      put(glyph.y_offset);
      put(glyph.cluster);
    }
  }
  void operator()(const RuleItem& item) {
    begin('r', item.outputs);
    put(item.box);
    put(item.colour);
  }
  void operator()(const FrameItem& item) {
    begin('f', item.outputs);
    put(item.box);
    put(item.thickness);
    put(item.colour);
  }
  void operator()(const PolygonItem& item) {
    begin('p', item.outputs);
    put(item.colour);
    for (const std::vector<Point>& contour : item.contours) {
      put(static_cast<std::int64_t>(contour.size()));
      for (const Point& point : contour) put(point);
    }
  }
  void operator()(const PictureItem& item) {
    begin('i', item.outputs);
    put_source(item.source);
    put(item.box);
    for (const double part : {item.crop_x, item.crop_y, item.crop_width, item.crop_height})
      put(part);
  }
  void operator()(const AdvertItem& item) {
    begin('a', item.outputs);
    put_source(item.source);
    put(item.box);
  }
  void operator()(const LineItem&) {}
  void operator()(const LinkItem&) {}
  void operator()(const DestinationItem&) {}

  void put(const Rect& box) {
    put(Point{box.x, box.y});
    put(box.width);
    put(box.height);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  void begin(char kind, std::uint8_t outputs) {
    bytes_ += kind;
    bytes_ += static_cast<char>(outputs);
  }
  void put(std::int64_t value) {
    // The sign goes to the lowest bit, so that small numbers below 0 are short as well.
    auto left = (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
    for (; left > 0x7F; left >>= 7) bytes_ += static_cast<char>(0x80 | (left & 0x7F));
    bytes_ += static_cast<char>(left);
  }
  void put(std::uint32_t value) { put(static_cast<std::int64_t>(value)); }
  void put(int value) { put(static_cast<std::int64_t>(value)); }
  void put(FaceId value) { put(static_cast<std::int64_t>(value)); }
  void put(bool value) { put(static_cast<std::int64_t>(value)); }
  void put(double value) {
    const auto bits = std::bit_cast<std::array<char, sizeof value>>(value);
    bytes_.append(bits.data(), bits.size());
  }
  void put(Length length) { put(static_cast<std::int64_t>(length.units())); }
  void put(const Point& point) {
    put(point.x);
    put(point.y);
  }
  void put(const std::string& text) {
    put(static_cast<std::int64_t>(text.size()));
    bytes_ += text;
  }
  void put_source(const std::string& source) {
    const auto name = declared_.find(source);
    put(name == declared_.end() ? std::string() : name->second);
    const auto facts = pictures_.find(source);
    if (facts != pictures_.end()) put(facts->second.content);
  }

  std::map<std::string, std::string> declared_;
  const PictureFacts& pictures_;
  std::string bytes_;
};

}  // namespace

std::string page_marks(const DisplayPage& page, const Issue& issue, const PictureFacts& pictures) {
  MarkWriter writer(issue, pictures);
  writer.put(Rect{{}, {}, page.trim.width, page.trim.height});
  for (const DisplayItem& item : page.items) std::visit(writer, item);
  return sha256_hex(writer.bytes());
}

}  // namespace forme
