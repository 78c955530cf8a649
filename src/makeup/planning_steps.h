#pragma once

#include "makeup/issue_work.h"

namespace forme {

// The steps of planning, in their order. Each works on what those before it left.

// Sheets of a newspaper have four pages.
inline constexpr int kPageMultiple = 4;

// The fewest pages that the flatplan's folios allow, and about as many as copy and adverts ask for:
// multiples of 4, where the flatplan does not say how many.
int least_pages(const Manifest& manifest);
int estimated_pages(IssueWork& all);

// So many pages, as the flatplan has them; all stories wait.
void list_pages(IssueWork& all, int pages);
// Booked adverts stand where they were booked, open ones where there is most room.
void place_adverts(IssueWork& all);
// What the editor gave a page becomes a candidate of it, and nibs the column of a page.
void pin_stories(IssueWork& all);
// A spread of the flatplan, and each story that is too long for a page, gets two facing pages.
void pin_spreads(IssueWork& all);
// A long story gets its page before shorter ones stand everywhere; one that no page holds is to
// begin on one and to end on another.
void start_long_stories(IssueWork& all);
// How full pages are made.
struct Filling {
  double taken = 0.9;  // of the room that a story is estimated to want, what pages will give it
  double over = 1.08;  // times what a page is given, that its last story may reach
};
// Fills page after page by priority within its section.
void fill_pages(IssueWork& all, const Filling& filling);
// What found no place yet goes wherever it makes a page no worse than a hole would; nibs gather.
void place_rest(IssueWork& all);
// Where something is left over, a few pages are made anew together so that it finds room on one.
void remake_pages(IssueWork& all);
// Stories of pages with much white change places with others, so that all pages are as full.
void exchange_stories(IssueWork& all);
// What is too long for any two pages has those that nothing else has, and is over.
void place_too_long(IssueWork& all);
// A front that has no story gets the most important one that opens inside, if it holds its
// beginning.
void lead_front(IssueWork& all);
// A house advert goes to the page that becomes best by it, if one does.
void place_house_adverts(IssueWork& all);
// Pages that nobody asked anything of come in the order of their sections.
void order_pages(IssueWork& all);
// Warns of stories on pages that the flatplan gives to another section. REQUIRES: pages of no
// section are not named yet.
void tell_strangers(const IssueWork& all);
// A page whose section nobody said is of the one that most of its copy is of.
void name_sections(IssueWork& all);

}  // namespace forme
