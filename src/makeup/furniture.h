#pragma once

#include "makeup/context.h"
#include "makeup/plan.h"

namespace forme {

// Fills a furniture template, whose {names} are those of style/furniture_names.h.
std::string fill_template(const std::string& words, const Issue& issue, const PlanPage& page,
                          int pages);

// What stands on every page of the kind: rules, folio or masthead, ears. Gives the words of what
// would stand over another line and is left out: names may be longer than a layout knows. Warns of
// lines of an ear that would reach what stands under it, and leaves them out.
std::vector<std::string> append_furniture(DisplayPage& out, const PageKind& kind,
                                          const SettingContext& context, const PlanPage& page,
                                          const Plan& plan, Diagnostics& diagnostics);

// The strip of teasers on the front page, as a leaf. Warns of what the strip has no room for.
// ENSURES: nothing stands outside `box`.
std::vector<DisplayItem> set_promos(const SettingContext& context, const GridRect& box,
                                    const Plan& plan, Diagnostics& diagnostics);

// The legal lines, a paragraph a column under a rule; 0 rows when the paper has none.
int imprint_rows(const SettingContext& context);
std::vector<DisplayItem> set_imprint(const SettingContext& context);

// The outputs of an article: what leads to it is for nothing that lacks it.
std::uint8_t outputs_of(const Issue& issue, const std::string& id);

// The first page that carries the article; 0: none.
int page_of(const Plan& plan, const std::string& article);

}  // namespace forme
