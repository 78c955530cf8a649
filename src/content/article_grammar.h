#pragma once

#include "base/xml_grammar.h"

namespace forme {

// Article files; the root rule is "article".
XmlGrammar make_article_grammar();

}  // namespace forme
