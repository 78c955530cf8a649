#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

#include "content/article_grammar.h"
#include "content/check_issue.h"
#include "content/issue.h"
#include "content/read_article.h"
#include "manifest/read_manifest.h"
#include "manifest/read_paper.h"
#include "manifest/source_tree.h"

namespace forme {

namespace {

// The id that an article's file most likely holds: its name without folder and ending.
std::string likely_id(const std::string& declared) {
  const std::string name = declared.substr(declared.rfind('/') + 1);
  return name.substr(0, name.rfind('.'));
}

bool is_held_back(const Article& article, const Date& today) {
  return (article.embargo && today < *article.embargo) ||
         (article.expires && *article.expires < today);
}

// Adds what one file had to say, in the order of its lines.
void add_in_order(Diagnostics of_file, Diagnostics& all) {
  of_file.sort_by_place();
  all.append(of_file);
}

bool has_a_place(const Issue& issue, const std::string& id) {
  return std::any_of(issue.manifest.flatplan.list.begin(), issue.manifest.flatplan.list.end(),
                     [&](const FlatplanPage& page) {
                       return std::find(page.autos.begin(), page.autos.end(), id) !=
                                  page.autos.end() ||
                              std::any_of(page.places.begin(), page.places.end(),
                                          [&](const Place& place) { return place.article == id; });
                     });
}

void tell_held_back(const Issue& issue, const Article& a, const Date& today,
                    Diagnostics& diagnostics) {
  const bool early = a.embargo && today < *a.embargo;
  const std::string why = early ? "it is under embargo until " + to_iso(*a.embargo)
                                : "it expired on " + to_iso(*a.expires);
  const std::string message = fmt::format("'{}' is left out: {}", a.id, why);
  if (has_a_place(issue, a.id))
    diagnostics.warning(a.where, message, "the flatplan has a place for it");
  else
    diagnostics.add({Severity::Note, a.where, message, "", Cause::Input});
}

// The others keep their side of the masthead: an ear that is left out is empty.
void leave_out_ears(Issue& issue, const std::function<bool(const std::string& article)>& gone) {
  for (Ear& ear : issue.paper.ears) {
    if (!ear.article.empty() && gone(ear.article)) ear = Ear();
  }
}

}  // namespace

void leave_out_held_back(Issue& issue, const Date& today, Diagnostics& diagnostics) {
  std::set<std::string> held;
  for (const Article& a : issue.articles) {
    if (!is_held_back(a, today)) continue;
    held.insert(a.id);
    tell_held_back(issue, a, today, diagnostics);
  }
  const auto gone = [&held](const std::string& id) { return held.count(id) > 0; };
  std::erase_if(issue.articles, [&](const Article& a) { return gone(a.id); });
  std::erase_if(issue.manifest.promos, [&](const Promo& p) { return gone(p.article); });
  leave_out_ears(issue, gone);
  for (FlatplanPage& page : issue.manifest.flatplan.list) {
    std::erase_if(page.places, [&](const Place& p) { return gone(p.article); });
    for (std::size_t i = page.autos.size(); i-- > 0;) {
      if (!gone(page.autos[i])) continue;
      page.autos.erase(page.autos.begin() + static_cast<std::ptrdiff_t>(i));
      page.autos_where.erase(page.autos_where.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
}

Issue read_issue(const FileSystem& fs, const std::string& path, std::optional<Date> today,
                 Diagnostics& diagnostics) {
  Issue issue;
  const auto tree = SourceTree::open(fs, path);
  if (!tree) {
    diagnostics.add(tree.failure());
    return issue;
  }
  Diagnostics of_manifest;
  auto manifest = read_manifest(*tree, of_manifest);
  add_in_order(std::move(of_manifest), diagnostics);
  if (!manifest) return issue;
  issue.manifest = std::move(*manifest);

  Diagnostics of_paper;
  issue.paper = read_paper(*tree, issue.manifest, of_paper);
  add_in_order(std::move(of_paper), diagnostics);

  const XmlGrammar grammar = make_article_grammar();
  const ArticleContext context{*tree, issue.manifest, issue.paper, grammar};
  std::set<std::string> unread;
  for (const ArticleEntry& entry : issue.manifest.articles) {
    Diagnostics of_article;
    std::optional<Article> article;
    if (!entry.source.empty()) article = read_article(context, entry, of_article);
    if (!article || article->id.empty()) unread.insert(likely_id(entry.declared));
    if (article) issue.articles.push_back(std::move(*article));
    add_in_order(std::move(of_article), diagnostics);
  }
  Diagnostics of_whole;
  check_issue(issue, unread, of_whole);
  add_in_order(std::move(of_whole), diagnostics);
  leave_out_ears(issue, [&issue](const std::string& id) { return !issue.article(id); });
  if (today) leave_out_held_back(issue, *today, diagnostics);
  return issue;
}

}  // namespace forme
