#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/xml.h"
#include "style/layout.h"

namespace forme {

// The layout that a document says, on top of `base`, if there is one: colours, protrusion, styles
// and headline steps that it does not replace are that one's. `file`: how it is called in what is
// told of its mistakes, each at its place.
Layout layout_from_xml(const XmlElement& root, const std::string& file, const Layout* base,
                       Diagnostics& diagnostics);

}  // namespace forme
