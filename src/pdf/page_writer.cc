#include "pdf/page_writer.h"

#include <fmt/format.h>

#include <cmath>

#include "base/number.h"

namespace forme {

namespace {

// Black type overprints below this size: a knocked-out letter shows every misregister.
constexpr Length kOverprintBelow = 20_pt;

bool is_black_only(const ColourValue& c) {
  return c.c == 0 && c.m == 0 && c.y == 0 && c.k >= 1;
}

std::string fill_operator(const ColourValue& c, ColourSpace space) {
  std::string out;
  const auto put = [&](double v) {
    append_scaled(out, std::llround(v * 10000), 4);
    out += ' ';
  };
  if (space == ColourSpace::Cmyk) {
    for (const double v : {c.c, c.m, c.y, c.k}) put(v);
    return out + "k\n";
  }
  for (const double v : {c.r, c.g, c.b}) put(v);
  return out + "rg\n";
}

std::string hex_text(const std::string& ascii) {
  std::string out;
  append_hex(out, ascii);
  return out;
}

double points(Milli v) {
  return static_cast<double>(v) / 1000;
}

}  // namespace

PageWriter::PageWriter(PageContext& context, const DisplayPage& page, int index, PdfDict dict)
    : context_(context),
      page_(page),
      index_(index),
      dict_(dict),
      margin_(context.settings.boxes ? page.bleed : Length()),
      height_(to_milli(page.trim.height + margin_ * 2)),
      text_(out_, *this),
      joined_(find_joined_words(page)) {}

Result<std::string> PageWriter::write() {
  try {
    for (const DisplayItem& item : page_.items) {
      enter(item);
      std::visit([this](const auto& it) { draw(it); }, item);
    }
  } catch (const Missing& missing) {
    Diagnostic d;
    d.message = fmt::format("page {}: the layout has no colour '{}'", page_.folio, missing.colour);
    return d;
  }
  leave_mark();
  if (text_.is_open()) text_.end();
  context_.pdf.write_content(dict_, out_);
  write_resources();
  if (context_.settings.boxes) {
    const double m = margin_.pt(), w = page_.trim.width.pt(), h = page_.trim.height.pt();
    context_.pdf.box(dict_, "BleedBox", 0, 0, w + 2 * m, h + 2 * m);
    context_.pdf.box(dict_, "TrimBox", m, m, w + m, h + m);
  }
  return std::move(out_);
}

// Closes what `item` is no part of and opens its marked content; items of one node share theirs.
// Text opens its own when its first glyph comes.
void PageWriter::enter(const DisplayItem& item) {
  if (std::holds_alternative<LineItem>(item) || std::holds_alternative<LinkItem>(item) ||
      std::holds_alternative<DestinationItem>(item))
    return;
  const NodeId owner = context_.tags.owner(item);
  if (const auto* glyphs = std::get_if<GlyphItem>(&item)) {
    if (!glyphs->run.glyphs.empty()) enter_text(*glyphs, owner);
    return;
  }
  if (text_.is_open()) {
    leave_mark();
    text_.end();
  }
  if (owner != owner_) leave_mark();
  owner_ = owner;
  language_.clear();
  text_ref_ = {};
  resume();
}

void PageWriter::enter_text(const GlyphItem& item, NodeId owner) {
  std::string language = item.run.language;
  if (!context_.tags.enabled() || owner == kArtifact || language == context_.tags.language(owner))
    language.clear();
  if (!text_.is_open()) {
    leave_mark();
    text_.begin();
  }
  if (owner != owner_ || language != language_) leave_mark();
  owner_ = owner;
  language_ = std::move(language);
  text_ref_ = item.text;
}

void PageWriter::open_mark(const char* tag, const std::string& properties) {
  const int mcid = context_.tags.mark(index_, owner_, text_ref_);
  out_ += fmt::format("/{} <</MCID {}", tag, mcid);
  if (!language_.empty()) out_ += fmt::format(" /Lang <{}>", hex_text(language_));
  out_ += properties + ">> BDC\n";
  marked_ = true;
}

void PageWriter::resume() {
  if (marked_ || !context_.tags.enabled()) return;
  if (is_tagged()) {
    open_mark(language_.empty() ? context_.tags.type_name(owner_) : "Span", {});
  } else {
    out_ += "/Artifact BMC\n";
    marked_ = true;
  }
}

// In tagged content a span is a stretch beside its neighbours, not one inside of them: poppler
// takes the end of an inner one for the end of all.
void PageWriter::open_span(const std::string& properties) {
  if (is_tagged()) {
    leave_mark();
    open_mark("Span", " " + properties);
  } else {
    resume();
    out_ += "/Span <<" + properties + ">> BDC\n";
  }
  in_span_ = true;
}

void PageWriter::close_span() {
  out_ += "EMC\n";
  if (is_tagged()) marked_ = false;
  in_span_ = false;
}

void PageWriter::leave_mark() {
  if (marked_) out_ += "EMC\n";
  marked_ = false;
}

void PageWriter::set_fill(const std::string& colour) {
  const auto found = context_.palette.find(colour);
  if (found == context_.palette.end()) throw Missing{colour};
  std::string wanted = fill_operator(found->second, context_.settings.colours);
  if (wanted == fill_) return;
  out_ += wanted;
  fill_ = std::move(wanted);
}

void PageWriter::set_overprint(bool on) {
  if (on == overprint_) return;
  PdfDict& state = on ? context_.overprint : context_.knockout;
  if (!state.raw) {
    state = context_.pdf.indirect_dict();
    context_.pdf.name(state, "Type", "ExtGState");
    context_.pdf.boolean(state, "OP", on);
    context_.pdf.boolean(state, "op", on);
    context_.pdf.number(state, "OPM", on ? 1 : 0);
  }
  const char* name = on ? "Over" : "Knock";
  out_ += fmt::format("/{} gs\n", name);
  used_states_[name] = state;
  overprint_ = on;
}

// Of fills, until the graphics state is restored.
void PageWriter::set_opacity(double opacity) {
  const int hundredths = static_cast<int>(std::lround(opacity * 100));
  PdfDict& state = context_.opacities[hundredths];
  if (!state.raw) {
    state = context_.pdf.indirect_dict();
    context_.pdf.name(state, "Type", "ExtGState");
    context_.pdf.raw(state, fmt::format("/ca {}\n", format_number(hundredths / 100.0, 2)));
  }
  const std::string name = fmt::format("Veil{}", hundredths);
  out_ += fmt::format("/{} gs\n", name);
  used_states_[name] = state;
  transparent_ = true;
}

PageWriter::Edges PageWriter::edges(const Rect& box) const {
  return {to_x(box.x), to_y(box.bottom()), to_x(box.right()), to_y(box.y)};
}

void PageWriter::append_box(const Edges& e) {
  for (const Milli v : {e.x0, e.y0, e.x1 - e.x0, e.y1 - e.y0}) {
    append_milli(out_, v);
    out_ += ' ';
  }
  out_ += "re\n";
}

void PageWriter::draw(const RuleItem& item) {
  set_overprint(false);
  set_fill(item.colour);
  const bool veil = item.opacity < 1;
  if (veil) {
    out_ += "q\n";
    set_opacity(item.opacity);
  }
  append_box(edges(item.box));
  out_ += veil ? "f\nQ\n" : "f\n";
  if (owner_ != kArtifact && context_.tags.enabled()) {
    const Edges e = edges(item.box);
    context_.tags.add_figure_box(index_, owner_,
                                 {points(e.x0), points(e.y0), points(e.x1), points(e.y1)});
  }
}

// Two boxes filled between: exact whatever the viewer thinks of thin strokes.
void PageWriter::draw(const FrameItem& item) {
  set_overprint(false);
  set_fill(item.colour);
  const Edges e = edges(item.box);
  const Milli t = to_milli(item.thickness);
  append_box(e);
  if (e.x1 - e.x0 > 2 * t && e.y1 - e.y0 > 2 * t)
    append_box({e.x0 + t, e.y0 + t, e.x1 - t, e.y1 - t});
  out_ += "f*\n";
}

void PageWriter::draw(const PolygonItem& item) {
  set_overprint(false);
  set_fill(item.colour);
  TagCollector::Box box{1e9, 1e9, -1e9, -1e9};
  bool any = false;
  for (const auto& contour : item.contours) {
    const char* op = " m\n";
    for (const Point& p : contour) {
      const Milli x = to_x(p.x), y = to_y(p.y);
      append_milli(out_, x);
      out_ += ' ';
      append_milli(out_, y);
      out_ += op;
      op = " l\n";
      box = {std::min(box.x0, points(x)), std::min(box.y0, points(y)), std::max(box.x1, points(x)),
             std::max(box.y1, points(y))};
      any = true;
    }
    if (!contour.empty()) out_ += "h\n";
  }
  if (!any) return;
  out_ += "f*\n";
  if (context_.tags.enabled() && owner_ != kArtifact)
    context_.tags.add_figure_box(index_, owner_, box);
}

// Objects are named page by page, so that a page is written the same whatever others draw.
const std::string& PageWriter::name_of(const DrawnObject& object) {
  const auto [found, fresh] = object_names_.try_emplace(&object);
  if (!fresh) return found->second;
  found->second = fmt::format("X{}", object_names_.size());
  used_objects_[found->second] = object.object;
  transparent_ = transparent_ || object.transparent;
  return found->second;
}

void PageWriter::draw(const PictureItem& item) {
  set_overprint(false);
  const DrawnObject& picture = context_.objects.picture(item);
  const Edges e = edges(item.box);
  const bool whole = picture.show_width >= 1 && picture.show_height >= 1;
  out_ += "q\n";
  if (!whole) {
    append_box(e);
    out_ += "W n\n";
  }
  const double w = static_cast<double>(e.x1 - e.x0) / picture.show_width;
  const double h = static_cast<double>(e.y1 - e.y0) / picture.show_height;
  append_milli(out_, std::llround(w));
  out_ += " 0 0 ";
  append_milli(out_, std::llround(h));
  out_ += ' ';
  append_milli(out_, e.x0 - std::llround(w * picture.show_x));
  out_ += ' ';
  append_milli(out_, e.y1 - std::llround(h * (1 - picture.show_y)));
  out_ += fmt::format(" cm\n/{} Do\nQ\n", name_of(picture));
  if (context_.tags.enabled() && owner_ != kArtifact) {
    context_.tags.add_figure_box(index_, owner_,
                                 {points(e.x0), points(e.y0), points(e.x1), points(e.y1)});
  }
}

void PageWriter::draw(const AdvertItem& item) {
  set_overprint(false);
  const DrawnObject& advert = context_.objects.advert(item);
  const Edges e = edges(item.box);
  out_ += "q\n1 0 0 1 ";
  append_milli(out_, e.x0);
  out_ += ' ';
  append_milli(out_, e.y0);
  out_ += fmt::format(" cm\n/{} Do\nQ\n", name_of(advert));
  if (context_.tags.enabled() && owner_ != kArtifact) {
    context_.tags.add_figure_box(index_, owner_,
                                 {points(e.x0), points(e.y0), points(e.x1), points(e.y1)});
  }
}

void PageWriter::draw(const GlyphItem& item) {
  const GlyphRun& run = item.run;
  if (run.glyphs.empty()) return;
  const bool cmyk = context_.settings.colours == ColourSpace::Cmyk;
  set_fill(run.colour);
  set_overprint(cmyk && run.size < kOverprintBelow &&
                is_black_only(context_.palette.at(run.colour)));
  FontCodes& font = context_.fonts.font(run.face);
  used_fonts_[font.resource_name()] = font.type0();
  text_.write(run, font, to_x(item.origin.x), to_y(item.origin.y), reading_of(run));
  if (run.ends_reading) word_.clear();
  if (run.right_to_left) leave_mark();  // it may hold spans inside: see open_span
}

TextWriter::Reading PageWriter::reading_of(const GlyphRun& run) {
  TextWriter::Reading reading;
  reading.as = silent_or_word(run);
  if (const auto joints = joined_.find(&run); joints != joined_.end()) {
    reading.joints = joints->second;
    reading.base_codes = &context_.fonts.font(reading.joints.base->face);
  }
  return reading;
}

// A word that reads as something else in several runs is given whole by its last, on the line where
// the copy goes on; the others are silent. Were it given by all of them together, a drop cap would
// put it three lines down.
std::optional<std::string_view> PageWriter::silent_or_word(const GlyphRun& run) {
  if (!run.reads_as.empty()) word_ = run.reads_as;
  if (word_.empty()) return std::nullopt;
  if (!run.ends_reading) return std::string_view();
  return word_;
}

void PageWriter::draw(const LinkItem& item) {
  if (!context_.settings.links) return;
  const Edges e = edges(item.box);
  context_.links.push_back({index_, &item, points(e.x0), points(e.y0), points(e.x1), points(e.y1)});
}

void PageWriter::draw(const DestinationItem& item) {
  context_.places.try_emplace(item.name,
                              NamedPlace{index_, points(to_x(item.at.x)), points(to_y(item.at.y))});
}

void PageWriter::write_resources() {
  HaruDocument& pdf = context_.pdf;
  PdfDict resources = pdf.resources(dict_);
  const auto put = [&](const char* kind, const std::map<std::string, PdfDict>& used) {
    if (used.empty()) return;
    PdfDict dict = pdf.dict();
    for (const auto& [name, object] : used) pdf.put(dict, name.c_str(), object);
    pdf.put(resources, kind, dict);
  };
  put("Font", used_fonts_);
  put("XObject", used_objects_);
  put("ExtGState", used_states_);
  if (!transparent_) return;
  PdfDict group = pdf.dict();  // the space that soft masks blend in
  pdf.name(group, "S", "Transparency");
  pdf.name(group, "CS",
           context_.settings.colours == ColourSpace::Cmyk ? "DeviceCMYK" : "DeviceRGB");
  pdf.put(dict_, "Group", group);
}

}  // namespace forme
