#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/page_resources.h"
#include "pdf/pdf_number.h"
#include "pdf/tag_collector.h"
#include "pdf/text_writer.h"
#include "pdf/write_pdf.h"

namespace forme {

struct LinkArea {
  int page = 0;
  const LinkItem* item = nullptr;
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;  // pt from the lower left corner
};
struct NamedPlace {
  int page = 0;
  double x = 0, y = 0;
};

// What all pages of a document share while they are written.
struct PageContext {
  HaruDocument& pdf;
  const PdfSettings& settings;
  const Palette& palette;
  FontTable& fonts;
  ObjectTable& objects;
  TagCollector& tags;
  std::vector<LinkArea> links;
  std::map<std::string, NamedPlace> places;  // the first of a name counts
  PdfDict overprint{}, knockout{};           // graphics states, made when first used
  std::map<int, PdfDict> opacities{};        // the same, by hundredths
};

// Turns one display page into a content stream, its boxes and its resources.
class PageWriter : private TextMarks {
 public:
  PageWriter(PageContext& context, const DisplayPage& page, int index, PdfDict dict);
  // A colour that the palette lacks is a failure. The operators are also given back.
  Result<std::string> write();

 private:
  struct Missing {
    std::string colour;
  };
  // Edges on the page in thousandths of a point, from the lower left corner.
  struct Edges {
    Milli x0, y0, x1, y1;
  };

  void draw(const RuleItem& item);
  void draw(const FrameItem& item);
  void draw(const PolygonItem& item);
  void draw(const PictureItem& item);
  void draw(const AdvertItem& item);
  void draw(const GlyphItem& item);
  void draw(const LineItem&) {}
  void draw(const LinkItem& item);
  void draw(const DestinationItem& item);

  void resume() override;
  void open_span(const std::string& properties) override;
  void close_span() override;

  void enter(const DisplayItem& item);
  void enter_text(const GlyphItem& item, NodeId owner);
  void open_mark(const char* tag, const std::string& properties);
  TextWriter::Reading reading_of(const GlyphRun& run);
  std::optional<std::string_view> silent_or_word(const GlyphRun& run);
  void leave_mark();
  bool is_tagged() const { return context_.tags.enabled() && owner_ != kArtifact; }
  void set_fill(const std::string& colour);
  void set_overprint(bool on);
  void set_opacity(double opacity);
  void append_box(const Edges& edges);
  const std::string& name_of(const DrawnObject& object);
  void write_resources();
  Edges edges(const Rect& box) const;
  Milli to_x(Length x) const { return to_milli(x + margin_); }
  Milli to_y(Length y) const { return height_ - to_milli(y + margin_); }

  PageContext& context_;
  const DisplayPage& page_;
  int index_;
  PdfDict dict_;
  Length margin_;  // the bleed round the trim
  Milli height_;
  std::string out_;
  TextWriter text_;
  JoinedWords joined_;
  // The mark that is open, if any: it lies wholly inside or wholly outside of one text object.
  bool marked_ = false, in_span_ = false;
  NodeId owner_ = kArtifact;
  std::string language_;  // of the text at hand, where it is not its node's
  TextRef text_ref_;      // of the item at hand
  std::string fill_;      // the operator in force
  std::string word_;      // that is set in several runs, until its last has come
  bool overprint_ = false, transparent_ = false;
  std::map<std::string, PdfDict> used_fonts_, used_objects_, used_states_;
  std::map<const DrawnObject*, std::string> object_names_;  // looked up, never walked through
};

}  // namespace forme
