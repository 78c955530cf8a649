#include "content/check_issue.h"

#include <fmt/format.h>

#include <map>

#include "base/names.h"

namespace forme {

namespace {

std::string place_name(const Location& where) {
  return fmt::format("{}, line {}", where.file, where.line);
}

class IssueChecker {
 public:
  IssueChecker(const Issue& issue, const std::set<std::string>& unread, Diagnostics& diagnostics)
      : issue_(issue), unread_(unread), diagnostics_(diagnostics) {
    for (const Article& a : issue.articles) ids_.push_back(a.id);
  }

  void check() {
    unique_ids();
    for (const FlatplanPage& page : issue_.manifest.flatplan.list) check_page(page);
    for (const Promo& promo : issue_.manifest.promos) {
      require_article(promo.article, promo.where);
    }
    check_ears();
    check_sections();
    check_related();
  }

 private:
  void unique_ids();
  void check_page(const FlatplanPage& page);
  void place(const std::string& id, const Location& where);
  bool is_there(const std::string& id) const {
    return issue_.article(id) != nullptr || unread_.count(id) > 0;
  }
  void require_article(const std::string& id, const Location& where);
  void check_ears();
  void check_sections();
  void check_related();
  bool any_section_fits() const;

  const Issue& issue_;
  const std::set<std::string>& unread_;
  Diagnostics& diagnostics_;
  std::vector<std::string> ids_;
  std::map<std::string, Location> placed_;
};

void IssueChecker::unique_ids() {
  std::map<std::string, Location> first;
  const auto claim = [&](const std::string& id, const Location& where) {
    if (id.empty()) return;
    const auto [taken, fresh] = first.emplace(id, where);
    if (fresh) return;
    diagnostics_.error(where, fmt::format("the id \"{}\" is already used in this issue", id),
                       fmt::format("the first is at {}", place_name(taken->second)));
  };
  for (const Article& a : issue_.articles) claim(a.id, a.where);
  for (const Advert& a : issue_.manifest.adverts) claim(a.id, a.where);
}

void IssueChecker::require_article(const std::string& id, const Location& where) {
  if (id.empty() || is_there(id)) return;
  diagnostics_.error(where, fmt::format("the issue has no article \"{}\"", id),
                     nearest_hint(id, ids_));
}

void IssueChecker::place(const std::string& id, const Location& where) {
  require_article(id, where);
  const auto [before, fresh] = placed_.emplace(id, where);
  if (fresh || id.empty()) return;
  diagnostics_.error(where, fmt::format("the article \"{}\" is placed twice", id),
                     fmt::format("the first place is at {}", place_name(before->second)));
}

void IssueChecker::check_page(const FlatplanPage& page) {
  for (const Place& p : page.places) place(p.article, p.where);
  for (std::size_t i = 0; i < page.autos.size(); ++i) place(page.autos[i], page.autos_where[i]);
  const std::vector<PaperSection>& sections = issue_.paper.sections;
  if (page.section.empty() || sections.empty() || issue_.paper.section(page.section)) return;
  std::vector<std::string> known;
  for (const PaperSection& s : sections) {
    if (s.title == page.section) return;
    known.push_back(s.id);
  }
  diagnostics_.warning(page.where, fmt::format("the paper has no section \"{}\"", page.section),
                       nearest_hint(page.section, known));
}

void IssueChecker::check_ears() {
  for (const Ear& ear : issue_.paper.ears) {
    if (ear.article.empty() || is_there(ear.article)) continue;
    diagnostics_.warning(ear.where,
                         fmt::format("the ear is left out: it points to the article \"{}\", which "
                                     "the issue lacks",
                                     ear.article),
                         nearest_hint(ear.article, ids_));
  }
}

// Whether there is, or may be, a page that takes articles of any section.
bool IssueChecker::any_section_fits() const {
  const Flatplan& plan = issue_.manifest.flatplan;
  int covered = 0;
  for (const FlatplanPage& page : plan.list) {
    if (page.section.empty()) return true;
    covered += page.last - page.first + 1;
  }
  return plan.pages == 0 || covered < plan.pages;
}

void IssueChecker::check_sections() {
  if (any_section_fits()) return;
  std::set<std::string> carried;
  for (const FlatplanPage& page : issue_.manifest.flatplan.list) {
    carried.insert(page.section);
    for (const PaperSection& s : issue_.paper.sections) {
      if (s.title == page.section) carried.insert(s.id);
    }
  }
  for (const Article& a : issue_.articles) {
    if (a.section.empty() || placed_.count(a.id) > 0 || a.genre == Genre::Filler) continue;
    if (!carried.insert(a.section).second) continue;
    diagnostics_.warning(
        a.where, fmt::format("no page of the flatplan carries the section \"{}\"", a.section),
        "its articles may go anywhere");
  }
}

// A reference into this very issue can be looked up; earlier issues cannot.
void IssueChecker::check_related() {
  const std::string here = fmt::format("{}/{}/", issue_.manifest.slug, issue_.manifest.number);
  for (const Article& a : issue_.articles) {
    for (const ArticleLink& link : a.related) {
      if (link.target.compare(0, here.size(), here) != 0) continue;
      const std::string id = link.target.substr(here.size(), link.target.find('#') - here.size());
      if (is_there(id)) continue;
      diagnostics_.warning(
          a.where, fmt::format("the article is related to \"{}\", which the issue lacks", id),
          nearest_hint(id, ids_));
    }
  }
}

}  // namespace

void check_issue(const Issue& issue, const std::set<std::string>& unread,
                 Diagnostics& diagnostics) {
  IssueChecker(issue, unread, diagnostics).check();
}

}  // namespace forme
