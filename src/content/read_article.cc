#include "content/read_article.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "base/language.h"
#include "base/names.h"
#include "base/xml_access.h"
#include "content/block_reader.h"
#include "content/fold_text.h"

namespace forme {

namespace {

class ArticleReader {
 public:
  ArticleReader(const ArticleContext& context, const std::string& path, Diagnostics& diagnostics)
      : context_(context),
        file_(context.tree.shown(path)),
        diagnostics_(diagnostics),
        folder_(context.paper, file_, diagnostics),
        blocks_(context.tree, path, folder_, out_.leaves, diagnostics) {}

  Article read(const XmlElement& root) {
    context_.grammar.check(root, "article", file_, diagnostics_);
    blocks_.claim_ids(root);
    read_facts(root);
    read_head(root);
    for (const XmlElement* e : children(root)) {
      if (e->name == "figure" || e->name == "graphic") {
        out_.figures.push_back(blocks_.figure(*e, out_.language));
      }
    }
    if (const XmlElement* body = child(root, "body")) {
      out_.body = blocks_.blocks(*body, folder_.language(*body, out_.language));
    }
    read_footnotes();
    read_tail(root);
    blocks_.check_solutions();
    const bool from_right = is_right_to_left(out_.language);
    for (Leaf& leaf : out_.leaves) leaf.text.from_right = from_right;
    return std::move(out_);
  }

 private:
  void read_facts(const XmlElement& root);
  void read_section(const XmlElement& root);
  void read_head(const XmlElement& root);
  void read_headlines(const XmlElement& root);
  void read_keywords(const XmlElement& e);
  KeywordRef match_keyword(const XmlElement& e);
  void read_footnotes();
  void read_tail(const XmlElement& root);
  void read_series(const XmlElement& e);

  const ArticleContext& context_;
  std::string file_;
  Diagnostics& diagnostics_;
  Article out_;
  TextFolder folder_;
  BlockReader blocks_;
};

void ArticleReader::read_facts(const XmlElement& root) {
  out_.where = location_of(root, file_);
  out_.id = text_of(root, "id");
  out_.genre = static_cast<Genre>(word_of(root, "genre", kGenreNames, 0));
  out_.priority = int_of(root, "priority", 3);
  out_.language = folder_.language(root, context_.manifest.language);
  out_.rights = text_of(root, "rights", context_.paper.rights);
  out_.outputs = outputs_of(root);
  out_.embargo = date_of(root, "embargo");
  out_.expires = date_of(root, "expires");
  if (out_.embargo && out_.expires && *out_.expires < *out_.embargo) {
    diagnostics_.error(location_of(root, "expires", file_),
                       "the article expires before its embargo ends");
  }
  read_section(root);
}

void ArticleReader::read_section(const XmlElement& root) {
  const std::vector<PaperSection>& sections = context_.paper.sections;
  out_.section = text_of(root, "section", sections.empty() ? "" : sections.front().id);
  if (!root.attribute("section") || sections.empty() || context_.paper.section(out_.section)) {
    return;
  }
  std::vector<std::string> known;
  for (const PaperSection& s : sections) {
    if (s.title == out_.section) {
      out_.section = s.id;
      return;
    }
    known.push_back(s.id);
  }
  diagnostics_.warning(location_of(root, "section", file_),
                       fmt::format("the paper has no section \"{}\"", out_.section),
                       nearest_hint(out_.section, known));
}

void ArticleReader::read_head(const XmlElement& root) {
  if (const XmlElement* e = child(root, "kicker")) {
    out_.kicker = blocks_.named(*e, LeafRole::Kicker, "kicker", out_.language);
  }
  read_headlines(root);
  for (const XmlElement* e : children(root, "standfirst")) {
    out_.standfirsts.push_back(blocks_.single(*e, LeafRole::Standfirst, out_.language));
  }
  for (const XmlElement* e : children(root, "byline")) {
    out_.bylines.push_back(blocks_.single(*e, LeafRole::Byline, out_.language));
  }
  if (const XmlElement* e = child(root, "dateline")) {
    out_.dateline = blocks_.named(*e, LeafRole::Dateline, "dateline", out_.language);
  }
  if (const XmlElement* e = child(root, "keywords")) read_keywords(*e);
}

void ArticleReader::read_headlines(const XmlElement& root) {
  const XmlElement* full = nullptr;
  const XmlElement* brief = nullptr;
  for (const XmlElement* e : children(root, "headline")) {
    const XmlElement*& kind = e->attribute("alt") ? brief : full;
    if (kind) {
      diagnostics_.error(location_of(*e, file_),
                         fmt::format("a second {}headline", e->attribute("alt") ? "short " : ""),
                         fmt::format("the first is on line {}", kind->line));
      continue;
    }
    kind = e;
  }
  if (full) {
    out_.headline = blocks_.named(*full, LeafRole::Headline, "headline", out_.language);
    if (out_.text(out_.headline).utf8.empty()) {
      diagnostics_.error(location_of(*full, file_), "the headline is empty");
    }
  } else if (brief) {
    diagnostics_.error(location_of(*brief, file_), "there is a short headline but no headline");
  }
  if (brief) {
    out_.short_headline =
        blocks_.named(*brief, LeafRole::ShortHeadline, "headline-short", out_.language);
  }
}

void ArticleReader::read_keywords(const XmlElement& e) {
  for (const XmlElement* keyword : children(e, "keyword")) {
    out_.keywords.push_back(match_keyword(*keyword));
  }
}

// By id where there is a ref, else by label or another name of the same thing.
KeywordRef ArticleReader::match_keyword(const XmlElement& e) {
  const std::string ref = text_of(e, "ref"), label = folded_text(e);
  if (ref.empty() && label.empty()) {
    diagnostics_.error(location_of(e, file_), "<keyword> has neither a ref nor a label");
  }
  std::vector<std::string> ids, labels;
  for (const KeywordGroup& group : context_.paper.keywords) {
    for (const Keyword& k : group.keywords) {
      std::vector<std::string> names = k.alternatives;
      names.push_back(k.label);
      for (const std::string& name : names) {
        if (ref.empty() && fold_case(name) == fold_case(label)) return {k.id, k.label};
        labels.push_back(name);
      }
      if (k.id == ref) return {k.id, k.label};
      ids.push_back(k.id);
    }
  }
  const std::string& name = ref.empty() ? label : ref;
  if (!ids.empty() && !name.empty()) {
    diagnostics_.warning(location_of(e, file_),
                         fmt::format("the keyword \"{}\" is not in the paper's scheme", name),
                         nearest_hint(name, ref.empty() ? labels : ids));
  }
  return {"", label.empty() ? ref : label};
}

// The notes follow the body; then each mark can say which leaf is its note.
void ArticleReader::read_footnotes() {
  for (std::size_t i = 0; i < folder_.footnotes().size(); ++i) {
    const FootnoteSource note = folder_.footnotes()[i];
    out_.footnotes.push_back(blocks_.single(*note.element, LeafRole::Footnote, note.language));
  }
  for (Leaf& leaf : out_.leaves) {
    for (Span& span : leaf.text.spans) {
      if (span.kind != SpanKind::NoteMark) continue;
      const auto number = static_cast<std::size_t>(std::stoul(span.value));
      if (number <= out_.footnotes.size()) span.value = std::to_string(out_.footnotes[number - 1]);
    }
  }
}

void ArticleReader::read_series(const XmlElement& e) {
  const std::string ref = text_of(e, "ref");
  out_.series.push_back({ref, int_of(e, "part", 0)});
  std::vector<std::string> known;
  for (const PaperSeries& s : context_.paper.series) {
    if (s.id == ref) return;
    known.push_back(s.id);
  }
  if (context_.paper.source.empty() || ref.empty()) return;
  diagnostics_.warning(location_of(e, "ref", file_),
                       fmt::format("the paper has no series \"{}\"", ref),
                       nearest_hint(ref, known));
}

void ArticleReader::read_tail(const XmlElement& root) {
  for (const XmlElement* e : children(root, "correction")) {
    out_.corrections.push_back({text_of(*e, "of"), date_of(*e, "date").value_or(Date{}),
                                blocks_.single(*e, LeafRole::Correction, out_.language)});
  }
  for (const XmlElement* e : children(root, "previously")) {
    out_.previously.push_back(
        {text_of(*e, "ref"), blocks_.single(*e, LeafRole::Previously, out_.language)});
  }
  for (const XmlElement* e : children(root, "series")) read_series(*e);
  for (const XmlElement* e : children(root, "related")) {
    out_.related.push_back({text_of(*e, "ref"), kNoLeaf});
  }
}

}  // namespace

std::optional<Article> read_article(const ArticleContext& context, const ArticleEntry& entry,
                                    Diagnostics& diagnostics) {
  std::string bytes;
  const auto root = context.tree.parse(entry.source, entry.where, diagnostics, &bytes);
  if (!root) return std::nullopt;
  if (root->name != "article") {
    context.grammar.check(*root, "article", context.tree.shown(entry.source), diagnostics);
    return std::nullopt;
  }
  Article article = ArticleReader(context, entry.source, diagnostics).read(*root);
  article.hash = sha256_hex(bytes);
  return article;
}

}  // namespace forme
