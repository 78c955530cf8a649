#pragma once

#include <string>
#include <vector>

#include "display/display_list.h"
#include "paragraph/set_text.h"
#include "proof/proof_colours.h"

namespace forme {

// One line of the sheets' lettering.
struct Lettering {
  Length size = 7_pt;
  bool bold = false;
  std::string colour = kInk;
  Align align = Align::Start;  // Start, Centre or End
};

// What is drawn over pages.
class Annotator {
 public:
  Annotator(TextSetter& setter, std::vector<DisplayItem>& items) : setter_(setter), items_(items) {}

  // One line with its baseline at `at`, from there over `measure`. Words that need more room are
  // made smaller, to three quarters; after that they are cut, and end in an ellipsis.
  void words(const std::string& text, const Lettering& lettering, Point at, Length measure);
  // How wide words() would be.
  Length width(const std::string& text, const Lettering& lettering, Length measure);

  void fill(const Rect& box, const std::string& colour, double opacity = 1);
  void frame(const Rect& box, Length thickness, const std::string& colour);
  void link(const Rect& box, const std::string& destination, const std::string& title);
  void destination(const std::string& name, Point at);
  void append(std::vector<DisplayItem> items);

 private:
  Line fitted(const std::string& text, const Lettering& lettering, Length measure);

  TextSetter& setter_;
  std::vector<DisplayItem>& items_;
};

}  // namespace forme
