#include "proof/annotator.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "makeup/items.h"

namespace forme {
namespace {

constexpr double kSmallest = 0.75;  // of the size asked for; under it words are cut instead
constexpr int kRegular = 400, kBold = 700;

TextStyle style_of(const Lettering& lettering) {
  TextStyle style;
  style.family = "sans";
  style.weight = lettering.bold ? kBold : kRegular;
  style.size = lettering.size;
  style.leading = lettering.size * 1.2;
  style.colour = lettering.colour;
  style.features = {"kern", "liga", "lnum", "tnum"};
  return style;
}

Text english(std::string words) {
  Text text;
  text.utf8 = std::move(words);
  text.language = "en";
  return text;
}

void drop_last_character(std::string& utf8) {
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
  while (!utf8.empty() && continues(utf8.back())) utf8.pop_back();
  if (!utf8.empty()) utf8.pop_back();
}

}  // namespace

Line Annotator::fitted(const std::string& text, const Lettering& lettering, Length measure) {
  TextStyle style = style_of(lettering);
  Line line = setter_.set_line(english(text), style);
  if (line.width <= measure) return line;
  style.size = style.size * std::max(kSmallest, measure / line.width);
  line = setter_.set_line(english(text), style);
  // A first cut to about what fits, with a little to spare; then letter by letter.
  std::string kept = text;
  const double part = std::min(1.0, measure / line.width * 1.1);
  const auto about = static_cast<std::size_t>(static_cast<double>(text.size()) * part);
  while (line.width > measure && kept.size() > about) drop_last_character(kept);
  while (line.width > measure && !kept.empty()) {
    line = setter_.set_line(english(kept + "…"), style);
    if (line.width > measure) drop_last_character(kept);
  }
  return line.width > measure ? Line() : line;
}

void Annotator::words(const std::string& text, const Lettering& lettering, Point at,
                      Length measure) {
  if (text.empty() || measure <= Length()) return;
  const Line line = fitted(text, lettering, measure);
  Length x = at.x;
  if (lettering.align == Align::End) x += measure - line.width;
  if (lettering.align == Align::Centre) x += (measure - line.width) / 2;
  append_line(items_, line, x, at.y, Owner{});
}

Length Annotator::width(const std::string& text, const Lettering& lettering, Length measure) {
  return text.empty() || measure <= Length() ? Length() : fitted(text, lettering, measure).width;
}

void Annotator::fill(const Rect& box, const std::string& colour, double opacity) {
  if (box.width <= Length() || box.height <= Length()) return;
  RuleItem item{kArtifact, box, colour};
  item.opacity = opacity;
  items_.push_back(std::move(item));
}

void Annotator::frame(const Rect& box, Length thickness, const std::string& colour) {
  items_.push_back(FrameItem{kArtifact, box, thickness, colour});
}

void Annotator::link(const Rect& box, const std::string& destination, const std::string& title) {
  LinkItem item;
  item.box = box;
  item.destination = destination;
  item.title = title;
  items_.push_back(std::move(item));
}

void Annotator::destination(const std::string& name, Point at) {
  items_.push_back(DestinationItem{name, at});
}

void Annotator::append(std::vector<DisplayItem> items) {
  items_.insert(items_.end(), std::make_move_iterator(items.begin()),
                std::make_move_iterator(items.end()));
}

}  // namespace forme
