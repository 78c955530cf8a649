#pragma once

#include "base/xml_grammar.h"

namespace forme {

// layout.xml and press profiles; their root rules are "layout" and "press".
XmlGrammar make_layout_grammar();
XmlGrammar make_press_grammar();

}  // namespace forme
