#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "makeup/galley_setter.h"
#include "makeup/phrases.h"

namespace forme {
namespace {

constexpr double kNoteHang = 1.1;  // of the size: a footnote's number hangs before it

// Footnotes, corrections, links, series and rights, each in the style of a note.
class TailSetter {
 public:
  TailSetter(const StoryContext& context, Length measure)
      : context_(context),
        article_(context.article()),
        issue_(context.all.issue),
        phrases_(phrases(issue_.manifest.language)),
        style_(context.layout().style("note")),
        label_style_(bold(style_)),
        measure_(measure),
        setter_(context, measure, {}) {}

  Galley set() {
    footnotes();
    for (const Correction& c : article_.corrections) correction(c);
    opens_ = true;
    links(phrases_.previously, article_.previously);
    opens_ = true;
    links(phrases_.see_also, article_.related);
    opens_ = true;
    for (const SeriesRef& s : article_.series) series(s);
    if (!article_.rights.empty() && article_.rights != issue_.paper.rights)
      words(article_.rights, style_);
    return std::move(tail_);
  }

 private:
  static TextStyle bold(TextStyle style) {
    style.weight = 700;
    return style;
  }
  void push(FlowBlock block) {
    if (block.variants[0].lines.empty()) return;
    if (std::exchange(opens_, false)) block.space_before = 1;
    tail_.push_back(std::move(block));
  }
  FlowBlock set_words(const std::string& text, const TextStyle& style) const {
    FlowBlock block;
    block.variants.push_back(
        setter_.strips(context_.all.setter.set(plain_text(text, issue_.manifest.language), style,
                                               {measure_, {}, {}}),
                       style, Owner{}, Length()));
    block.keep_first = kUnbreakable;
    return block;
  }
  void words(const std::string& text, const TextStyle& style) { push(set_words(text, style)); }

  // A label stays with the text that it announces.
  void labelled(const std::string& label, FlowBlock block) {
    FlowBlock head = set_words(label, label_style_);
    block.reset = {};  // of two styles
    auto& lines = block.variants[0].lines;
    lines.insert(lines.begin(), head.variants[0].lines.begin(), head.variants[0].lines.end());
    if (block.keep_first != kUnbreakable)
      block.keep_first += static_cast<int>(head.variants[0].lines.size());
    push(std::move(block));
  }

  // A footnote's number stands before it as its mark does in the copy.
  void footnotes() {
    int number = 0;
    for (LeafId leaf : article_.footnotes) {
      const Length hang = style_.size * kNoteHang;
      FlowBlock block = setter_.leaf_block(leaf, style_, measure_ - hang, {}, hang);
      Text mark = plain_text(fmt::format("{}", ++number), article_.language);
      mark.spans.push_back(
          {SpanKind::Superscript, 0, static_cast<std::uint32_t>(mark.utf8.size()), ""});
      std::vector<DisplayItem> lead;
      append_line(lead, context_.all.setter.set_line(mark, style_), Length(),
                  first_baseline(style_), Owner{});
      lead_block(block, lead);
      push(std::move(block));
    }
  }

  void correction(const Correction& c) {
    // The day says when it was made: here, unless that is said.
    std::string label = fmt::format(fmt::runtime(phrases_.correction), target(c.of).name);
    if (c.date != issue_.manifest.cover_date)
      label += fmt::format(" ({})", short_date(c.date, issue_.manifest.language));
    opens_ = true;
    labelled(label, setter_.leaf_block(c.text, style_, measure_));
  }

  void links(const std::string& label, const std::vector<ArticleLink>& links) {
    bool first = true;
    for (const ArticleLink& link : links) {
      const Target to = target(link.target);
      FlowBlock block = link.text == kNoLeaf ? set_words(to.name, style_)
                                             : setter_.leaf_block(link.text, style_, measure_);
      if (!to.article.empty()) lead_to("article/" + to.article, to.name, block);
      if (first)
        labelled(label, std::move(block));
      else
        push(std::move(block));
      first = false;
    }
  }
  void lead_to(const std::string& destination, const std::string& title, FlowBlock& block) const {
    block.reset = {};  // the area is of the whole measure
    for (FlowLine& line : block.variants[0].lines) {
      LinkItem link;
      link.box = {Length(), Length(), measure_, context_.grid().row * line.rows};
      link.destination = destination;
      link.title = title;
      line.items.push_back(link);
    }
  }

  void series(const SeriesRef& reference) {
    std::string title = reference.id;
    for (const PaperSeries& known : issue_.paper.series) {
      if (known.id == reference.id) title = known.title;
    }
    words(reference.part > 0 ? fmt::format(fmt::runtime(phrases_.part), title, reference.part)
                             : title,
          label_style_);
  }

  // What slug/number/article is called, and its id where it stands in this edition.
  struct Target {
    std::string name, article;
  };
  Target target(const std::string& reference) const {
    const Manifest& manifest = issue_.manifest;
    const std::size_t first = reference.find('/');
    const std::size_t second = reference.find('/', first + 1);
    if (first == std::string::npos || second == std::string::npos) return {reference, {}};
    if (reference.substr(0, first) != manifest.slug) return {reference, {}};
    const std::string number = reference.substr(first + 1, second - first - 1);
    const std::string id = reference.substr(second + 1);
    if (number == manifest.number) {
      for (std::size_t i = 0; i < issue_.articles.size(); ++i) {
        const Article& other = issue_.articles[i];
        if (other.id != id) continue;
        const bool stands = context_.all.structure.articles[i].article != kArtifact;
        return {other.text(other.headline).utf8, stands ? id : std::string()};
      }
    }
    return {manifest.publication_name + ", " + fmt::format(fmt::runtime(phrases_.issue), number),
            {}};
  }

  const StoryContext& context_;
  const Article& article_;
  const Issue& issue_;
  const Phrases& phrases_;
  const TextStyle& style_;
  TextStyle label_style_;
  Length measure_;
  GalleySetter setter_;
  Galley tail_;
  bool opens_ = true;  // a row stands free before what comes next
};

}  // namespace

Galley build_tail(const StoryContext& context, Length measure) {
  return TailSetter(context, measure).set();
}

}  // namespace forme
