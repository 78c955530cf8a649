#include "makeup/galley_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "makeup/set_figure.h"
#include "makeup/set_table.h"

namespace forme {
namespace {

constexpr Length kPanelPadding = 3_mm, kPanelRule = 3_pt, kHairline = 0.4_pt, kQuoteRule = 1_pt;
constexpr int kCrossheadKeeps = 3;  // lines that a crosshead keeps under it
// What a paragraph a line longer or shorter than its optimum costs, beside its looser spaces.
constexpr double kLongerParagraph = 4, kShorterParagraph = 6;
constexpr int kHyphensInARow = 2;
constexpr double kLeastEndEms = 2;                 // of its last line
constexpr double kLoosest = 2.2, kTightest = 0.7;  // word spaces beyond which neither is offered

class Builder {
 public:
  Builder(const StoryContext& context, Length measure, const GalleyMode& mode)
      : context_(context), grid_(context.grid()), measure_(measure), mode_(mode) {}

  Galley build(const std::vector<Block>& blocks, bool opens) {
    after_head_ = opens;
    first_ = true;
    Galley galley;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const std::size_t before = galley.size();
      add(galley, blocks[i]);
      for (std::size_t b = before; b < galley.size(); ++b) galley[b].source = static_cast<int>(i);
    }
    return galley;
  }
  void add(Galley& galley, const Block& block) {
    std::visit([&](const auto& body) { add_body(galley, body); }, block.body);
    first_ = false;
  }
  void set_after_head(bool value) { after_head_ = value; }

  FlowBlock leaf_block(LeafId leaf, const TextStyle& style, Length measure,
                       const SetOptions& options = {}, Length x = Length()) const {
    FlowBlock block;
    block.variants.push_back(
        strips(context_.set(leaf, style, measure, options), style, context_.owner(leaf), x));
    if (static_cast<int>(block.variants[0].lines.size()) < 4) block.keep_first = kUnbreakable;
    return block;
  }

 private:
  // One strip a line where the leading is the grid's; else one strip for all, rounded up to whole
  // rows.
  FlowVariant strips(const std::vector<Line>& lines, const TextStyle& style, const Owner& owner,
                     Length x) const {
    FlowVariant variant;
    const Length drift = style.leading - grid_.row;
    if (std::abs(drift.pt()) < 0.01) {
      for (const Line& line : lines) {
        FlowLine strip;
        append_line(strip.items, line, x, first_baseline(style), owner);
        strip.hyphen_end = line.hyphenated;
        variant.lines.push_back(std::move(strip));
      }
    } else if (!lines.empty()) {
      FlowLine strip;
      strip.rows = rows_for(append_lines(strip.items, lines, style, x, Length(), owner), grid_);
      variant.lines.push_back(std::move(strip));
    }
    return variant;
  }

  const TextStyle& style(const std::string& name) const { return context_.layout().style(name); }

  void add_body(Galley& galley, const Paragraph& p) {
    const TextStyle& s = style(mode_.paragraph);
    if (first_ && mode_.drop_cap) {
      if (add_drop_cap(galley, p.text, s)) return;
    }
    SetOptions options;
    options.opens_after_head = after_head_;
    FlowBlock block = paragraph(p.text, s, measure_, options, Length());
    after_head_ = false;
    galley.push_back(std::move(block));
  }

  FlowBlock paragraph(LeafId leaf, const TextStyle& s, Length measure, SetOptions options,
                      Length x) const {
    FlowBlock block;
    const std::vector<Line> best = context_.set(leaf, s, measure, options);
    block.variants.push_back(strips(best, s, context_.owner(leaf), x));
    if (best.size() < 4) block.keep_first = kUnbreakable;
    if (!mode_.loosen || s.align != Align::Justify || best.size() < 3) return block;
    for (int looseness : {1, -1}) {
      options.looseness = looseness;
      const std::vector<Line> other = context_.set(leaf, s, measure, options);
      if (other.size() != best.size() + static_cast<std::size_t>(looseness) ||
          !decent(other, s, measure))
        continue;
      FlowVariant variant = strips(other, s, context_.owner(leaf), x);
      variant.cost = looseness > 0 ? kLongerParagraph : kShorterParagraph;
      block.variants.push_back(std::move(variant));
    }
    return block;
  }
  // What a reader would not see to be forced: no ladder, no syllable alone on the last line, no
  // line too loose or too tight, or of one word that does not fill it.
  static bool decent(const std::vector<Line>& lines, const TextStyle& style, Length measure) {
    int hyphens = 0;
    for (const Line& line : lines) {
      hyphens = line.hyphenated ? hyphens + 1 : 0;
      if (hyphens > kHyphensInARow || line.overfull) return false;
      if (line.last_of_paragraph) continue;
      const bool filled = line.width >= measure - style.first_indent - style.size;
      if (!filled || line.space_ratio > kLoosest || line.space_ratio < kTightest) return false;
    }
    return lines.back().width >= style.size * kLeastEndEms;
  }

  // The rest of the first word becomes a run of its own, so that initial and rest read as one word.
  // Gives that word's rest; empty when the initial is a word.
  static std::string part_first_word(Line& line) {
    if (line.runs.empty() || line.runs[0].run.right_to_left) return {};
    GlyphRun& run = line.runs[0].run;
    const std::size_t end = std::min(run.text.find(' '), run.text.size());
    if (end == 0) return {};
    const std::string rest = run.text.substr(0, end);
    std::size_t cut = 0;
    Length width;
    while (cut < run.glyphs.size() && run.glyphs[cut].cluster < end)
      width += run.glyphs[cut++].advance;
    if (end < run.text.size()) {
      PlacedRun tail{line.runs[0].x + width, run};
      tail.run.glyphs.erase(tail.run.glyphs.begin(),
                            tail.run.glyphs.begin() + static_cast<std::ptrdiff_t>(cut));
      for (Glyph& g : tail.run.glyphs) g.cluster -= static_cast<std::uint32_t>(end);
      tail.run.text.erase(0, end);
      tail.run.text_first += static_cast<std::uint32_t>(end);
      run.glyphs.resize(cut);
      run.text.resize(end);
      run.text_last = tail.run.text_first;
      line.runs.insert(line.runs.begin() + 1, std::move(tail));
    }
    line.runs[0].run.ends_reading = true;
    return rest;
  }

  bool add_drop_cap(Galley& galley, LeafId leaf, const TextStyle& body) {
    const Text& text = context_.article().text(leaf);
    std::size_t end = 0;
    // An opening quotation mark goes with its letter.
    while (end < text.utf8.size()) {
      const DecodedChar c = decode_utf8(text.utf8, end);
      end += c.length;
      const bool mark = c.value == U'“' || c.value == U'‘' || c.value == U'"' || c.value == U'\'' ||
                        c.value == U'„';
      if (!mark) {
        const bool letter = (c.value >= U'A' && c.value <= U'Z') ||
                            (c.value >= 0xC0 && c.value <= 0x24F) ||
                            (c.value >= 0x391 && c.value <= 0x42F);
        if (!letter) return false;
        break;
      }
    }
    const TextStyle& s = style("dropcap");
    Text initial;
    initial.utf8 = text.utf8.substr(0, end);
    initial.language = text.language;
    Line line = context_.all.setter.set_line(initial, s);
    const int deep = std::max(2, s.drop_cap_lines);
    const Length beside = line.width + 2.2_pt;
    LineWidths widths{measure_, {}, {}};
    for (int i = 0; i < deep; ++i)
      widths.first.push_back(measure_ - beside), widths.first_left.push_back(beside);
    SetOptions options;
    options.opens_after_head = true;
    options.skip_bytes = static_cast<std::uint32_t>(end);
    std::vector<Line> lines = context_.all.setter.set(text, body, widths, options);
    if (static_cast<int>(lines.size()) <= deep || line.runs.size() != 1) return false;
    const std::string rest = part_first_word(lines[0]);
    if (!rest.empty()) line.runs[0].run.reads_as = initial.utf8 + rest;
    FlowBlock block;
    block.variants.push_back(strips(lines, body, context_.owner(leaf), Length()));
    auto& first = block.variants[0].lines[0].items;
    std::vector<DisplayItem> cap;
    append_line(cap, line, Length(), first_baseline(body) + body.leading * (deep - 1),
                context_.owner(leaf));
    first.insert(first.begin(), cap.begin(), cap.end());
    block.keep_first = deep + 1;
    after_head_ = false;
    galley.push_back(std::move(block));
    return true;
  }

  // A crosshead and the block after it are one block, so that no break comes between them.
  void add_body(Galley& galley, const Crosshead& c) {
    const TextStyle& s = style("crosshead");
    FlowBlock block;
    block.variants.push_back(
        strips(context_.set(c.text, s, measure_), s, context_.owner(c.text), Length()));
    block.space_before = static_cast<int>(std::lround(s.rows_before));
    block.keep_first = static_cast<int>(block.variants[0].lines.size()) + kCrossheadKeeps;
    galley.push_back(std::move(block));
    after_head_ = true;
  }

  void add_body(Galley& galley, const PullQuote& q) {
    const TextStyle& s = style("pullquote");
    const TextStyle& mark_style = style("pullquote-mark");
    FlowLine strip;
    const Length top_rule = 2_pt;
    append_rule(strip.items, Length(), top_rule, measure_, kQuoteRule, "black");
    const Line mark =
        context_.all.setter.set_line(plain_text("“", context_.article().language), mark_style);
    append_line(strip.items, mark, Length(), top_rule + 6_pt + mark_style.size * 0.72, Owner{});
    const std::vector<Line> lines = context_.set(q.text, s, measure_);
    Length top = grid_.row * 2.35;
    top += append_lines(strip.items, lines, s, Length(), top, context_.owner(q.text));
    strip.rows = 3 + rows_for(s.leading * static_cast<int>(lines.size()), grid_);
    if (q.by != kNoLeaf) {
      const TextStyle& by = style("pullquote-by");
      const std::vector<Line> who = context_.set(q.by, by, measure_);
      append_lines(strip.items, who, by, Length(), top + 3_pt, context_.owner(q.by));
      strip.rows += static_cast<int>(who.size());
    }
    append_rule(strip.items, Length(), grid_.row * strip.rows - 3.5_pt, measure_, kHairline,
                "black");
    push_solid(galley, std::move(strip), true);
    galley.back().space_before = 1;
  }

  void push_solid(Galley& galley, FlowLine strip, bool floats) {
    FlowBlock block;
    block.variants.push_back({{std::move(strip)}, 0});
    block.keep_first = kUnbreakable;
    block.floats = floats && !mode_.break_panels;
    galley.push_back(std::move(block));
  }

  void add_body(Galley& galley, const BlockQuote& quote) {
    const Length indent = style("body").first_indent;
    Builder inner(context_, measure_ - indent, mode_);
    inner.mode_.paragraph = mode_.paragraph == "body" ? "blockquote" : mode_.paragraph;
    inner.mode_.drop_cap = false;
    Galley part = inner.build(quote.blocks, true);
    for (FlowBlock& block : part) {
      for (FlowVariant& variant : block.variants) {
        for (FlowLine& line : variant.lines) translate(line.items, indent, Length());
      }
      galley.push_back(std::move(block));
    }
    after_head_ = true;
  }

  void add_body(Galley& galley, const List& list) {
    const TextStyle& base = style(mode_.paragraph);
    TextStyle s = base;
    s.first_indent = Length();
    s.align = s.align == Align::Justify ? Align::Start : s.align;
    int number = 0;
    for (const ListItem& item : list.items) {
      ++number;
      const std::string mark = list.ordered ? fmt::format("{}.", number) : "•";
      const Line marker =
          context_.all.setter.set_line(plain_text(mark, context_.article().language), s);
      const Length hang =
          list.ordered ? std::max(s.size * 1.35, marker.width + s.size * 0.35) : s.size * 0.95;
      Builder inner(context_, measure_ - hang, mode_);
      inner.mode_.drop_cap = false;
      inner.mode_.loosen = false;
      Galley part = inner.build_items(item.blocks, s);
      for (FlowBlock& block : part) {
        for (FlowLine& line : block.variants[0].lines) translate(line.items, hang, Length());
      }
      if (!part.empty() && !part[0].variants[0].lines.empty()) {
        auto& items = part[0].variants[0].lines[0].items;
        std::vector<DisplayItem> lead;
        append_line(lead, marker, Length(), first_baseline(s), Owner{});
        items.insert(items.begin(), lead.begin(), lead.end());
      }
      galley.insert(galley.end(), std::make_move_iterator(part.begin()),
                    std::make_move_iterator(part.end()));
    }
    after_head_ = true;
  }
  Galley build_items(const std::vector<Block>& blocks, const TextStyle& s) {
    Galley galley;
    for (const Block& block : blocks) {
      if (const auto* p = std::get_if<Paragraph>(&block.body))
        galley.push_back(leaf_block(p->text, s, measure_));
      else
        add(galley, block);
    }
    return galley;
  }

  void add_body(Galley& galley, const Table& table) {
    FlowBlock block;
    const bool facts = mode_.paragraph == "panel" && is_fact_list(context_, table);
    block.variants.push_back({facts ? set_fact_list(context_, table, measure_, mode_.fact_figure)
                                    : set_table(context_, table, measure_),
                              0});
    block.space_before = 1;
    block.keep_first = mode_.break_panels ? static_cast<int>(table.head.size()) + 2 : kUnbreakable;
    block.keep_last = 1;
    block.floats = !mode_.break_panels;
    galley.push_back(std::move(block));
    after_head_ = true;
  }

  void add_body(Galley& galley, const Directory& directory) {
    FlowBlock block;
    block.variants.push_back({set_directory(context_, directory, measure_), 0});
    block.keep_first = block.keep_last = 1;
    galley.push_back(std::move(block));
    after_head_ = true;
  }

  // Tinted strips under a red rule; the panel is one block.
  void add_body(Galley& galley, const Panel& panel) {
    add_panel(galley, panel.headline, panel.blocks);
  }

 public:
  void add_panel(Galley& galley, LeafId headline, const std::vector<Block>& blocks) {
    Builder inner(context_, measure_ - kPanelPadding * 2, mode_);
    inner.mode_.paragraph = "panel";
    inner.mode_.drop_cap = inner.mode_.loosen = false;
    FlowBlock block;
    FlowVariant variant;
    FlowLine head;
    const TextStyle& s = style("panel-heading");
    append_box(head.items, {Length(), Length(), measure_, kPanelRule}, "red");
    if (headline != kNoLeaf) {
      const std::vector<Line> lines = context_.set(headline, s, measure_ - kPanelPadding * 2);
      const Length depth = append_lines(head.items, lines, s, kPanelPadding,
                                        grid_.row * s.rows_before + 1_pt, context_.owner(headline));
      head.rows = rows_for(grid_.row * (s.rows_before + s.rows_after) + depth, grid_);
      append_rule(head.items, kPanelPadding, grid_.row * head.rows - 2_pt,
                  measure_ - kPanelPadding * 2, kHairline, "black");
    }
    variant.lines.push_back(std::move(head));
    Galley content = inner.build(blocks, true);
    for (FlowBlock& part : content) {
      for (std::size_t i = 0; i < part.variants[0].lines.size(); ++i) {
        FlowLine& line = part.variants[0].lines[i];
        translate(line.items, kPanelPadding, grid_.row * (i == 0 ? part.space_before : 0));
        if (i == 0) line.rows += part.space_before;
        variant.lines.push_back(std::move(line));
      }
    }
    FlowLine foot;
    variant.lines.push_back(foot);
    for (FlowLine& line : variant.lines) {
      line.items.insert(
          line.items.begin(),
          RuleItem{kArtifact, {Length(), Length(), measure_, grid_.row * line.rows}, "tint"});
    }
    block.variants.push_back(std::move(variant));
    block.space_before = 1;
    block.keep_first = mode_.break_panels ? 4 : kUnbreakable;
    block.floats = !mode_.break_panels;
    galley.push_back(std::move(block));
    after_head_ = true;
  }

 private:
  // Heading, copy ragged, signature and place: the heading stays with the copy, the signature too.
  void add_body(Galley& galley, const Letter& letter) {
    const TextStyle& heading = style("letter-heading");
    const TextStyle& body = style("letter");
    FlowBlock block;
    FlowVariant variant;
    if (letter.headline != kNoLeaf) {
      FlowLine strip;
      const std::vector<Line> lines = context_.set(letter.headline, heading, measure_);
      const Length depth = heading.leading * static_cast<int>(lines.size());
      strip.rows = rows_for(depth + grid_.row * 0.5, grid_);
      append_lines(strip.items, lines, heading, Length(), grid_.row * strip.rows - depth,
                   context_.owner(letter.headline));
      variant.lines.push_back(std::move(strip));
    }
    bool opens = true;
    for (const Block& inner : letter.blocks) {
      const auto* p = std::get_if<Paragraph>(&inner.body);
      if (!p) {
        Builder other(context_, measure_, mode_);
        Galley part;
        other.add(part, inner);
        for (FlowBlock& b : part) {
          for (FlowLine& line : b.variants[0].lines) variant.lines.push_back(std::move(line));
        }
        continue;
      }
      SetOptions options;
      options.opens_after_head = opens;
      FlowVariant lines = strips(context_.set(p->text, body, measure_, options), body,
                                 context_.owner(p->text), Length());
      for (FlowLine& line : lines.lines) variant.lines.push_back(std::move(line));
      opens = false;
    }
    add_signature(variant, letter);
    block.keep_first = 3;
    block.keep_last = 3;
    block.variants.push_back(std::move(variant));
    galley.push_back(std::move(block));
  }
  void add_signature(FlowVariant& variant, const Letter& letter) {
    const TextStyle& s = style("signature");
    FlowLine strip;
    Length x;
    if (letter.signature != kNoLeaf) {
      const Line line = context_.all.setter.set_line(context_.article().text(letter.signature), s);
      const Line place = letter.place == kNoLeaf ? Line{}
                                                 : context_.all.setter.set_line(
                                                       context_.article().text(letter.place), s);
      if (line.width + s.size * 0.7 + place.width <= measure_) {
        append_line(strip.items, line, Length(), first_baseline(s),
                    context_.owner(letter.signature));
        x = line.width;
        if (letter.place != kNoLeaf) {
          const Line comma =
              context_.all.setter.set_line(plain_text(", ", context_.article().language), s);
          append_line(strip.items, comma, x, first_baseline(s), Owner{});
          append_line(strip.items, place, x + comma.width, first_baseline(s),
                      context_.owner(letter.place));
        }
        variant.lines.push_back(std::move(strip));
        return;
      }
    }
    for (LeafId leaf : {letter.signature, letter.place}) {
      if (leaf == kNoLeaf) continue;
      FlowVariant lines =
          strips(context_.set(leaf, s, measure_), s, context_.owner(leaf), Length());
      for (FlowLine& line : lines.lines) variant.lines.push_back(std::move(line));
    }
  }

  void add_body(Galley& galley, const Qr& qr) {
    const SetBlock set = set_qr(context_, qr, measure_);
    push_solid(galley, {set.rows, set.items, false}, true);
  }

  void add_body(Galley& galley, const Figure& figure) {
    if (!(figure.outputs & mode_.outputs)) return;
    int rows = ideal_picture_rows(context_, figure, measure_);
    // No deeper than a column is wide three times over, nor than most of a page.
    rows = std::min({rows, rows_for(measure_ * 3, grid_), grid_.rows * 2 / 3});
    const SetBlock set = set_figure(context_, figure, measure_, rows);
    push_solid(galley, {set.rows, set.items, false}, true);
  }

  void add_body(Galley& galley, const Note& note) {
    FlowBlock block = leaf_block(note.text, style("note"), measure_);
    block.space_before = 1;
    galley.push_back(std::move(block));
  }

 public:
  // Joins each crosshead with the block after it, where that is text.
  static Galley join_heads(Galley galley) {
    Galley out;
    for (std::size_t i = 0; i < galley.size(); ++i) {
      FlowBlock& head = galley[i];
      const bool is_head =
          head.keep_first != kUnbreakable && head.variants.size() == 1 && head.space_before > 0 &&
          static_cast<int>(head.variants[0].lines.size()) + kCrossheadKeeps == head.keep_first;
      if (!is_head || i + 1 >= galley.size() || galley[i + 1].floats) {
        out.push_back(std::move(head));
        continue;
      }
      FlowBlock next = std::move(galley[++i]);
      for (FlowVariant& variant : next.variants) {
        variant.lines.insert(variant.lines.begin(), head.variants[0].lines.begin(),
                             head.variants[0].lines.end());
      }
      const bool short_one = static_cast<int>(next.variants[0].lines.size()) < head.keep_first + 2;
      next.keep_first =
          next.keep_first == kUnbreakable || short_one ? kUnbreakable : head.keep_first;
      next.space_before = head.space_before;
      out.push_back(std::move(next));
    }
    return out;
  }

 private:
  const StoryContext& context_;
  const Grid& grid_;
  Length measure_;
  GalleyMode mode_;
  bool after_head_ = true, first_ = true;
};

}  // namespace

Galley build_galley(const StoryContext& context, const std::vector<Block>& blocks, Length measure,
                    const GalleyMode& mode, bool opens) {
  return Builder::join_heads(Builder(context, measure, mode).build(blocks, opens));
}

FlowBlock build_block(const StoryContext& context, const Block& block, Length measure,
                      const GalleyMode& mode, bool opens) {
  Builder builder(context, measure, mode);
  builder.set_after_head(opens);
  Galley galley;
  builder.add(galley, block);
  if (galley.size() == 1) return std::move(galley[0]);
  FlowBlock whole;  // of several parts, or of none
  FlowVariant variant;
  for (FlowBlock& part : galley) {
    for (FlowLine& line : part.variants[0].lines) variant.lines.push_back(std::move(line));
  }
  whole.variants.push_back(std::move(variant));
  return whole;
}

FlowBlock build_panel(const StoryContext& context, LeafId headline,
                      const std::vector<Block>& blocks, Length measure, const GalleyMode& mode) {
  Galley galley;
  Builder(context, measure, mode).add_panel(galley, headline, blocks);
  return std::move(galley.front());
}

FlowBlock build_leaf(const StoryContext& context, LeafId leaf, const std::string& style,
                     Length measure) {
  return Builder(context, measure, {}).leaf_block(leaf, context.layout().style(style), measure);
}

Galley build_tail(const StoryContext& context, Length measure) {
  const Article& article = context.article();
  Galley tail;
  auto add = [&](LeafId leaf) {
    if (leaf == kNoLeaf) return;
    FlowBlock block = build_leaf(context, leaf, "note", measure);
    if (tail.empty()) block.space_before = 1;
    tail.push_back(std::move(block));
  };
  // A footnote's number stands before it as its mark does in the copy.
  int number = 0;
  for (LeafId leaf : article.footnotes) {
    const TextStyle& style = context.layout().style("note");
    const Length hang = style.size * 1.1;
    FlowBlock block =
        Builder(context, measure, {}).leaf_block(leaf, style, measure - hang, {}, hang);
    Text mark = plain_text(fmt::format("{}", ++number), article.language);
    mark.spans.push_back(
        {SpanKind::Superscript, 0, static_cast<std::uint32_t>(mark.utf8.size()), ""});
    if (!block.variants[0].lines.empty()) {
      auto& items = block.variants[0].lines[0].items;
      std::vector<DisplayItem> lead;
      append_line(lead, context.all.setter.set_line(mark, style), Length(), first_baseline(style),
                  Owner{});
      items.insert(items.begin(), lead.begin(), lead.end());
    }
    if (tail.empty()) block.space_before = 1;
    tail.push_back(std::move(block));
  }
  for (const Correction& c : article.corrections) add(c.text);
  for (const ArticleLink& link : article.previously) add(link.text);
  for (const ArticleLink& link : article.related) add(link.text);
  return tail;
}

SetBlock stack(const Galley& galley, const Grid& grid) {
  SetBlock out;
  for (const FlowBlock& block : galley) {
    if (out.rows > 0) out.rows += block.space_before;
    for (const FlowLine& line : block.variants.front().lines) {
      append_moved(out.items, line.items, Length(), grid.row * out.rows);
      out.rows += line.rows;
    }
  }
  return out;
}

}  // namespace forme
