#pragma once

#include "base/xml_grammar.h"

namespace forme {

// issue.xml and paper.xml; their root rules are "issue" and "paper".
XmlGrammar make_issue_grammar();
XmlGrammar make_paper_grammar();

}  // namespace forme
