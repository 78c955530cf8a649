#pragma once

#include "makeup/context.h"
#include "makeup/items.h"

namespace forme {

// A quote between its rules, on whole rows, without the free rows around it. Over two columns and
// more it is set in the style pullquote-2.
SetBlock set_pull_quote(const StoryContext& context, const PullQuote& quote, Length width);
// The same of words that stand in the copy as well, and are no part of it here.
SetBlock set_lifted_quote(const StoryContext& context, const Text& words, Length width);
// The rows of that; sooner found.
int lifted_quote_rows(const StoryContext& context, const Text& words, Length width);

}  // namespace forme
