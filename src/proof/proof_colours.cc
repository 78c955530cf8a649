#include "proof/proof_colours.h"

#include <algorithm>

#include "proof/proof.h"

namespace forme {
namespace {

// Apart on a screen and, as greys, on an office printer.
ColourValue from_rgb(double r, double g, double b) {
  const double k = 1 - std::max({r, g, b});
  const auto ink = [&](double part) { return k < 1 ? (1 - part - k) / (1 - k) : 0; };
  return {ink(r), ink(g), ink(b), k, r, g, b};
}

}  // namespace

const std::vector<LeafKind>& leaf_kinds() {
  static const std::vector<LeafKind> kinds = {LeafKind::Story,   LeafKind::Nibs,  LeafKind::Letters,
                                              LeafKind::Listing, LeafKind::Call,  LeafKind::Promos,
                                              LeafKind::Imprint, LeafKind::Advert};
  return kinds;
}

std::string kind_colour(LeafKind kind) {
  return std::string("proof ") + leaf_kind_name(kind);
}

Palette proof_palette(Palette layout) {
  layout[kInk] = from_rgb(0.07, 0.07, 0.09);
  layout[kQuiet] = from_rgb(0.42, 0.42, 0.45);
  layout[kPaper] = from_rgb(1, 1, 1);
  layout[kSlotColour] = from_rgb(0.15, 0.15, 0.55);
  layout[kOver] = from_rgb(0.82, 0.02, 0.1);
  layout[kUnder] = from_rgb(0.95, 0.62, 0);
  layout[kind_colour(LeafKind::Story)] = from_rgb(0.1, 0.36, 0.68);
  layout[kind_colour(LeafKind::Nibs)] = from_rgb(0, 0.52, 0.5);
  layout[kind_colour(LeafKind::Letters)] = from_rgb(0.46, 0.22, 0.62);
  layout[kind_colour(LeafKind::Listing)] = from_rgb(0.52, 0.36, 0.08);
  layout[kind_colour(LeafKind::Call)] = from_rgb(0.76, 0.16, 0.5);
  layout[kind_colour(LeafKind::Promos)] = from_rgb(0.84, 0.36, 0.04);
  layout[kind_colour(LeafKind::Imprint)] = from_rgb(0.36, 0.36, 0.4);
  layout[kind_colour(LeafKind::Advert)] = from_rgb(0.2, 0.46, 0.08);
  return layout;
}

}  // namespace forme
