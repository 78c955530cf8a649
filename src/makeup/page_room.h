#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "content/issue.h"
#include "makeup/plan.h"
#include "style/layout.h"

namespace forme {

// The room of one page for stories, beside adverts and the promo strip.
struct PageRoom {
  GridRect area;                 // all of it
  std::vector<PlanLeaf> booked;  // adverts and promos, in place
  std::vector<GridRect> only;    // where stories may stand, if not wherever nothing is booked
  int rows_free() const;         // column rows that no booking takes
  GridRect largest() const;      // of the rectangles that one story can have; none: empty
  int rows_of_one() const;       // its column rows
};

// Rows that an advert takes with the clear space above it.
int advert_rows(const Advert& advert, const Layout& layout);

// Its id and booking, as an editor is told of it.
std::string advert_name(const Advert& advert);

// The room of a page of `kind` that carries `adverts`. Two adverts that cannot both stand are an
// error that names both bookings; so is one that is larger than the page.
PageRoom page_room(const PageKind& kind, const Layout& layout,
                   const std::vector<const Advert*>& adverts, bool promos,
                   Diagnostics& diagnostics);

// Books `rows` at the foot of the page for the imprint, if they leave stories and adverts theirs;
// adverts already there move up by as much.
void book_imprint(PageRoom& room, int rows);

// Ways to cut the free room into rectangles: upright strips from top to foot; full-width above the
// bookings and what is left beside them; the strip at one side from top to foot and the others cut
// across so. Or just the rectangles that are said.
std::vector<std::vector<GridRect>> decompositions(const PageRoom& room);

// Where a dog-leg may stand: where all that is booked stands in one corner, and that is at the foot
// or at the head on the right.
std::optional<DogLegRoom> dog_leg_room(const PageRoom& room);

}  // namespace forme
