#include "display/display_list.h"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

#include "base/number.h"
#include "display/shown_pages.h"

namespace forme {
namespace {

std::string pt(Length length) {
  return format_number(length.pt(), 3);
}
std::string box(const Rect& r) {
  return fmt::format("{} {} {} {}", pt(r.x), pt(r.y), pt(r.width), pt(r.height));
}
std::string owner(NodeId node) {
  return node == kArtifact ? "artifact" : fmt::format("node={}", node);
}

struct Printer {
  std::string operator()(const GlyphItem& i) const {
    return fmt::format(
        "glyphs {} at {} {} face={} size={} colour={} n={} leaf={}:{} [{},{}) \"{}\"",
        owner(i.node), pt(i.origin.x), pt(i.origin.y), i.run.face, pt(i.run.size), i.run.colour,
        i.run.glyphs.size(), i.text.article,
        i.text.leaf == kNoLeaf ? std::string("-") : fmt::format("{}", i.text.leaf), i.text.first,
        i.text.last, i.run.text);
  }
  std::string operator()(const RuleItem& i) const {
    const std::string veil = i.opacity < 1 ? " opacity=" + format_number(i.opacity, 2) : "";
    return fmt::format("fill {} {} {}{}", owner(i.node), box(i.box), i.colour, veil);
  }
  std::string operator()(const FrameItem& i) const {
    return fmt::format("frame {} {} thickness={} {}", owner(i.node), box(i.box), pt(i.thickness),
                       i.colour);
  }
  std::string operator()(const PolygonItem& i) const {
    return fmt::format("polygon {} contours={} {}", owner(i.node), i.contours.size(), i.colour);
  }
  std::string operator()(const PictureItem& i) const {
    return fmt::format("picture {} {} shows {} {} {} {}", owner(i.node), box(i.box),
                       format_number(i.crop_x, 4), format_number(i.crop_y, 4),
                       format_number(i.crop_width, 4), format_number(i.crop_height, 4));
  }
  std::string operator()(const AdvertItem& i) const {
    return fmt::format("advert {} {}", owner(i.node), box(i.box));
  }
  std::string operator()(const LineItem& i) const {
    return fmt::format("line leaf={}:{} [{},{}) at {} {} width={} space={}{}{}{}", i.text.article,
                       i.text.leaf == kNoLeaf ? std::string("-") : fmt::format("{}", i.text.leaf),
                       i.text.first, i.text.last, pt(i.origin.x), pt(i.origin.y), pt(i.width),
                       format_number(i.space_ratio, 3), i.hyphenated ? " hyphenated" : "",
                       i.overfull ? " overfull" : "", i.last_of_paragraph ? " last" : "");
  }
  std::string operator()(const LinkItem& i) const {
    return fmt::format("link {} {} to {}{}", owner(i.node), box(i.box), i.uri.empty() ? "#" : "",
                       i.uri.empty() ? i.destination : i.uri);
  }
  std::string operator()(const DestinationItem& i) const {
    return fmt::format("place {} {} {}", i.name, pt(i.at.x), pt(i.at.y));
  }
};

// What is not drawn in every output says where it is.
std::string only_in(std::uint8_t outputs) {
  static constexpr std::array<std::pair<Output, std::string_view>, 4> kNames{
      {{kPrint, "print"}, {kScreen, "screen"}, {kEpub, "epub"}, {kHandout, "handout"}}};
  if (outputs == kAllOutputs) return {};
  std::string out;
  for (const auto& [bit, name] : kNames) {
    if (outputs & bit) out += (out.empty() ? " in=" : ",") + std::string(name);
  }
  return out.empty() ? " in=none" : out;
}

}  // namespace

std::string to_text(const DisplayPage& page) {
  std::string out = fmt::format("page {} {} {} bleed={}\n", page.folio, pt(page.trim.width),
                                pt(page.trim.height), pt(page.bleed));
  for (const DisplayItem& item : page.items)
    out += "  " + std::visit(Printer{}, item) + only_in(outputs_of(item)) + "\n";
  return out;
}

}  // namespace forme
