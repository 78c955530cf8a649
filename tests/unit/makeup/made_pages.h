#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "makeup/planning_steps.h"
#include "unit/makeup/set_article.h"

namespace forme {

struct StoryCopy {
  int sentences = 0;  // about three rows of a column each
  int priority = 3;
  std::string section{};
};

inline std::string body_of(int sentences) {
  std::string body;
  for (int i = 0; i < sentences; ++i) {
    if (i % 3 == 0) body += i == 0 ? "<p>" : "</p><p>";
    body += "The bridge was painted by eleven men who began at its northern end in March. ";
  }
  return body + "</p>";
}

// Stories "a", "b" and so on. `more`: attributes of the first.
inline MemoryIssue issue_of(const std::vector<StoryCopy>& stories, const std::string& flatplan,
                            const std::string& more = "") {
  MemoryIssue parts;
  parts.head = "<headline>The bridge is painted</headline>";
  parts.rest = "<flatplan pages=\"4\">" + flatplan + "</flatplan>";
  for (std::size_t i = 0; i < stories.size(); ++i) {
    const StoryCopy& story = stories[i];
    const std::string id(1, static_cast<char>('a' + i));
    std::string attributes = " priority=\"" + std::to_string(story.priority) + "\"";
    if (!story.section.empty()) attributes += " section=\"" + story.section + "\"";
    if (i == 0) {
      parts.article_attributes = attributes + more;
      parts.body = body_of(story.sentences);
      continue;
    }
    parts.more_articles += "<article src=\"articles/" + id + ".xml\"/>";
    parts.files.put("/c/i/articles/" + id + ".xml",
                    "<article version=\"1\" id=\"" + id + "\"" + attributes +
                        "><headline>The bridge is painted</headline><body>" +
                        body_of(story.sentences) + "</body></article>");
  }
  return parts;
}

// The stories on a page, in the order of the alphabet.
inline std::string stories_on(const PlanPage& page) {
  std::string ids;
  for (const PlanLeaf& leaf : page.leaves) {
    if (leaf.kind == LeafKind::Story) ids += leaf.ids.front();
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

// Every story begins once, on a rectangle that holds it, and goes on where it says, from where its
// first part ends, and nowhere else.
inline void expect_whole_stories(const std::vector<PlanPage>& pages, const StoryStock& stock) {
  const Issue& issue = stock.context().issue;
  for (std::size_t i = 0; i < issue.articles.size(); ++i) {
    std::vector<const PlanLeaf*> begins, turns;
    std::vector<int> on, turns_on;
    for (const PlanPage& page : pages) {
      for (const PlanLeaf& leaf : page.leaves) {
        if (leaf.ids != std::vector<std::string>{issue.articles[i].id}) continue;
        (leaf.continued_from > 0 ? turns : begins).push_back(&leaf);
        (leaf.continued_from > 0 ? turns_on : on).push_back(page.folio);
      }
    }
    SCOPED_TRACE("story " + issue.articles[i].id);
    ASSERT_EQ(begins.size(), 1U);
    const PlanLeaf& first = *begins[0];
    const auto compose = [&](const PlanLeaf& leaf) {
      return stock.story(i).compose(part_of(leaf, stock.context().layout.page("news")), leaf.box.w,
                                    leaf.box.h, leaf.variant, false);
    };
    EXPECT_TRUE(compose(first).fits);
    ASSERT_EQ(turns.size(), first.continued_on > 0 ? 1U : 0U);
    if (turns.empty()) continue;
    EXPECT_EQ(turns_on[0], first.continued_on);
    EXPECT_EQ(turns[0]->continued_from, on[0]);
    const GalleyPlace reached = compose(first).reached;
    EXPECT_EQ(turns[0]->from.block, reached.block);
    EXPECT_EQ(turns[0]->from.line, reached.line);
    EXPECT_TRUE(compose(*turns[0]).fits);
  }
}

// MadePages made by hand, before stories change places.
struct MadePages {
  // `more`: attributes of the first story.
  explicit MadePages(const std::vector<StoryCopy>& stories, const std::string& flatplan = "",
                     const std::string& more = "")
      : set(issue_of(stories, flatplan, more)) {
    list_pages(all, 4);
    place_adverts(all);
    pin_stories(all);
  }
  PageWork& work(int folio) { return all.pages[static_cast<std::size_t>(folio - 1)]; }
  PageCandidate candidate(char id) const {
    return all.candidate_of(all.index_of(std::string(1, id)));
  }
  // The story is to begin on the one page and to end on the other.
  void let_jump(char id, int from, int to) {
    PageCandidate c = candidate(id);
    c.pinned = true;
    c.part.continued_on = to;
    all.waiting.erase(c.articles[0]);
    work(from).candidates.push_back(c);
  }
  // Puts the stories on the page, and what must stand there.
  void make(int folio, const std::string& ids) {
    std::vector<PageCandidate> list = work(folio).candidates;
    for (const char id : ids) list.push_back(candidate(id));
    const Attempt found = fitter.attempt(work(folio), list);
    ASSERT_TRUE(found.solution.found()) << "page " << folio;
    all.accept(work(folio), list, found);
  }
  std::string on(int folio) { return stories_on(work(folio).page); }
  std::vector<PlanPage> plan() const {
    std::vector<PlanPage> pages;
    for (const PageWork& work : all.pages) pages.push_back(work.page);
    return pages;
  }
  double cost() const {
    double sum = 0;
    for (const PageWork& work : all.pages) sum += work.page.solved;
    return sum;
  }
  // Where the story goes on on the page.
  GalleyPlace turn_on(int folio, char id) {
    for (const PlanLeaf& leaf : work(folio).page.leaves) {
      if (leaf.ids.front() == std::string(1, id) && leaf.continued_from > 0) return leaf.from;
    }
    return {};
  }

  SetArticle set;
  StoryStock stock{set.settings};
  PageFitter fitter{stock};
  Diagnostics said;
  IssueWork all{stock, fitter, said};
};

}  // namespace forme
