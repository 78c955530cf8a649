#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "makeup/page_fitter.h"

namespace forme {

// What an article of the genre stands in.
LeafKind leaf_kind_of(Genre genre);

// What planning works on: the pages as far as they are made, and what still waits for a place.
struct IssueWork {
  // `fitter`: what it has tried is kept from one plan of the issue to the next.
  IssueWork(const StoryStock& stories, const PageFitter& fitter, Diagnostics& told);

  const Article& article(std::size_t index) const { return issue.articles[index]; }
  // The count of articles for an id that none has.
  std::size_t index_of(const std::string& id) const;
  PageCandidate candidate_of(std::size_t article) const;
  // What a leaf of a page carries, as a candidate that belongs there.
  PageCandidate candidate_of(const PlanLeaf& leaf, const PageKind& kind) const;
  // All that stand on a page.
  std::vector<PageCandidate> candidates_on(const PageWork& work) const;
  // Whether the flatplan says a page of the article.
  bool placed_by_editor(std::size_t index) const;
  // Whether nothing but this article could stand on the front.
  bool leads_alone(std::size_t article) const;
  // Whether it is of no section, or of one that the issue has nothing of.
  bool takes_any_section(const PageWork& work) const;
  // Whether the article may stand on the page by its section.
  bool suits(std::size_t article, const PageWork& work) const;
  // Stories that still wait and may stand on the page, those that it has first first: the most
  // important, or section by section where it takes any.
  std::vector<std::size_t> waiting_for(const PageWork& work) const;
  // The same for a page inside that is given `rows` column rows of copy: its share of the shorts of
  // the section that comes first is in front. They are the least important: the last page of a
  // section would be a list of them, and the others have none.
  std::vector<std::size_t> choice_for(const PageWork& work, double rows) const;
  // Its room beside these adverts, the promos and the imprint.
  PageRoom room_of(std::size_t page, const std::vector<const Advert*>& adverts,
                   Diagnostics& clashes) const;
  // Whether an advert of the room takes from a fixed slot that the flatplan puts a story into.
  bool takes_slot(std::size_t page, const PageRoom& room) const;
  // The page that a reader sees beside it; null where there is none.
  const PageWork* facing(const PageWork& work) const;
  // An advert of the page, or of the one that faces it, that this one is to be kept apart from.
  const Advert* rival_near(const Advert& advert, const PageWork& work) const;

  // What may stop a hole: fillers that wait, one at a time, and each with the next beside it.
  std::vector<std::vector<std::size_t>> filler_groups() const;
  bool all_wait(const std::vector<std::size_t>& articles) const;
  // The candidates of a page, and these fillers after them.
  std::vector<PageCandidate> with_fillers(std::vector<PageCandidate> chosen,
                                          const std::vector<std::size_t>& fillers) const;

  // What found no room on its page waits again.
  void give_back(const PageCandidate& candidate);
  // Makes the page as found, its legs as level as they come.
  void accept(PageWork& work, const std::vector<PageCandidate>& chosen, const Attempt& found);
  // The same; `best`: from level_legs.
  void take(PageWork& work, const std::vector<PageCandidate>& chosen, const Attempt& best);
  // The rest of a story that jumps from a page.
  static PageCandidate turn_of(const PageCandidate& from, GalleyPlace reached, int page);
  // Hands the rest of a story to the page that it turns to.
  void turn(const PageCandidate& from, GalleyPlace reached, int page);
  void forget_turns_from(int page);
  void note_turn(const PageCandidate& turn, int page);

  const StoryStock& stock;
  const PageFitter& fitter;
  const Issue& issue;
  const Layout& layout;
  Diagnostics& diagnostics;
  std::vector<PageWork> pages;
  std::set<int> whole_pages;  // folios of those that one story fills
  bool by_section = true;     // pages of no section are filled section by section
  bool large_first = false;   // long stories and columns of nibs have pages before others fill them
  // Stories that no page holds have two pages before anything else, wherever these are.
  bool longest_first = false;
  int adverts_left = 0;  // that no page has room for
  int imprint_rows = 0;
  std::size_t imprint_page = 0;             // carries the imprint; the count of pages: none does
  std::set<std::size_t> waiting;            // articles without a place
  std::set<std::string> unused_sections;    // of pages, that no article is of
  std::set<std::string> homeless_sections;  // of articles, that may go to no page but others'
  std::vector<PageCandidate> homeless_turns, lost_turns;
};

// Whether the entry of the flatplan puts the article on its pages.
bool has_place_for(const FlatplanPage& page, const std::string& article);
// Whether the flatplan gives the article this page, or none.
bool may_stand_on(const Flatplan& flatplan, const std::string& article, int folio);

// Sections in the order of the articles, from 0; those that come to no more than a page inside
// share the rank of the next.
std::map<std::string, int> section_ranks(const IssueWork& all);
// Of a section that has none, 0.
int rank_of(const std::map<std::string, int>& ranks, const std::string& section);

// A candidate as a leaf of the plan where the solver put it.
PlanLeaf leaf_of(const PageCandidate& candidate, const PlacedItem& placed);

// Column rows that the page leaves empty.
int spare_rows(const Attempt& made);
// Whether the legs of the n-th placed come out too short to read, or of any.
bool has_short_legs(const Attempt& made, std::size_t n);
bool has_short_legs(const Attempt& made);

}  // namespace forme
