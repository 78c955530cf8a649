#pragma once

#include "makeup/context.h"
#include "makeup/items.h"

namespace forme {

// A quote between its rules, on whole rows, without the free rows around it. Over two columns and
// more it is set in the style pullquote-2.
SetBlock set_pull_quote(const StoryContext& context, const PullQuote& quote, Length width);
// The same of words that stand in the copy as well, and are no part of it here.
SetBlock set_lifted_quote(const StoryContext& context, const Text& words, Length width);
// The lines and rows of that; sooner found.
struct QuoteDepth {
  int lines = 0, rows = 0;
};
QuoteDepth lifted_quote_depth(const StoryContext& context, const Text& words, Length width);

}  // namespace forme
