#include "makeup/handout_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "content/visit_blocks.h"
#include "makeup/phrases.h"
#include "makeup/qr_code.h"

namespace forme {
namespace {

constexpr Length kRule = 1_pt;
constexpr Length kCodeSide = 27_mm, kBesideCode = 6_mm;
constexpr double kRuleRows = 0.75;  // from the rule to what stands under it
constexpr int kGap = 1;             // rows over the rule

// Captions and credits of pictures that are not for handouts.
std::set<LeafId> captions_left_out(const Article& article) {
  std::set<LeafId> leaves;
  visit_blocks(article, [&](const Block& block) {
    const auto* figure = std::get_if<Figure>(&block.body);
    if (figure && !(figure->outputs & kHandout)) leaves.insert({figure->caption, figure->credit});
  });
  return leaves;
}

// "words: address" of each.
std::vector<std::string> links_of(const Article& article) {
  std::vector<std::string> links;
  const std::set<LeafId> left_out = captions_left_out(article);
  for (LeafId id = 0; id < article.leaves.size(); ++id) {
    const Text& text = article.text(id);
    for (const Span& span : text.spans) {
      if (span.kind == SpanKind::Link && !left_out.contains(id))
        links.push_back(text.utf8.substr(span.first, span.last - span.first) + ": " +
                        without_scheme(span.value));
    }
  }
  return links;
}

// Fills one block after the other, line by line.
class NotesSetter {
 public:
  NotesSetter(const StoryContext& context, int most_rows)
      : context_(context),
        grid_(context.grid()),
        manifest_(context.all.issue.manifest),
        whole_(grid_.width(grid_.columns)),
        most_(grid_.row * most_rows) {}

  std::vector<SetBlock> set() {
    const std::vector<std::string> links = links_of(context_.article());
    if (links.empty() && manifest_.base_url.empty()) return {};
    begin();
    const Phrases& words = phrases(manifest_.language);
    if (!links.empty()) add(words.notes, "handout-notes-bold");
    int number = 0;
    for (const std::string& link : links)
      add(fmt::format("{}  {}", ++number, link), "handout-notes");
    if (!manifest_.base_url.empty())
      add(words.stands_at + without_scheme(article_url()), "handout-notes");
    finish();
    return std::move(blocks_);
  }

 private:
  Length top() const { return grid_.row * (kGap + kRuleRows); }

  void begin() {
    append_rule(block_.items, Length(), grid_.row * kGap, whole_, kRule, "black");
    y_ = top();
  }

  // The first has the code.
  void finish() {
    if (blocks_.empty() && !manifest_.base_url.empty()) {
      add_code(article_url());
      y_ = std::max(y_, top() + kCodeSide);
    }
    block_.rows = rows_for(y_, grid_);
    blocks_.push_back(std::exchange(block_, {}));
  }

  void add(const std::string& words, const char* name) {
    const TextStyle& style = context_.all.layout.style(name);
    const Length room = manifest_.base_url.empty() ? whole_ : whole_ - kCodeSide - kBesideCode;
    const Text text = context_.paper_text(words);
    for (const Line& line : context_.all.setter.set(text, style, {room, {}, {}})) {
      if (y_ + style.leading > most_) {
        finish();
        begin();
      }
      append_line(block_.items, line, Length(), y_ + first_baseline(style), Owner{});
      y_ += style.leading;
    }
  }

  void add_code(const std::string& url) {
    const Point at{whole_ - kCodeSide, top()};
    PolygonItem code;
    code.colour = "black";
    code.contours = qr_modules(url, at, kCodeSide);
    block_.items.push_back(code);
    LinkItem area;
    area.box = {at.x, at.y, kCodeSide, kCodeSide};
    area.uri = url;
    area.title = url;
    block_.items.push_back(area);
  }

  std::string article_url() const {
    std::string base = manifest_.base_url;
    if (!base.empty() && base.back() != '/') base += '/';
    return base + manifest_.number + "/" + context_.article().id;
  }

  const StoryContext& context_;
  const Grid& grid_;
  const Manifest& manifest_;
  Length whole_, most_;
  std::vector<SetBlock> blocks_;
  SetBlock block_;  // that is being filled
  Length y_;        // its foot
};

}  // namespace

std::vector<SetBlock> handout_notes(const StoryContext& context, int most_rows) {
  return NotesSetter(context, most_rows).set();
}

std::string without_scheme(const std::string& url) {
  const std::size_t scheme = url.find("://");
  return scheme == std::string::npos ? url : url.substr(scheme + 3);
}

}  // namespace forme
