#include "epub/shown_text.h"

#include <algorithm>
#include <utility>

#include "base/names.h"
#include "base/utf8.h"
#include "content/visit_blocks.h"

namespace forme {

namespace {

// The text's words in small letters, apart by one space, with a space at both ends.
std::string bare_words(std::string_view text) {
  const std::string small = fold_case(text);
  std::string out = " ";
  for (std::size_t at = 0; at < small.size();) {
    const DecodedChar c = decode_utf8(small, at);
    at += c.length;
    const bool ascii_word =
        (c.value >= U'a' && c.value <= U'z') || (c.value >= U'0' && c.value <= U'9');
    const bool punctuation = c.value < 0xC0 || (c.value >= 0x2000 && c.value <= 0x206F);
    if (ascii_word || !punctuation) {
      append_utf8(out, c.value);
    } else if (c.value != 0xAD && c.value != 0x2019 && c.value != U'\'' && out.back() != ' ') {
      out += ' ';  // apostrophes and soft hyphens do not part words
    }
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

std::string copy_of(const Article& article) {
  std::string copy;
  for (const Leaf& leaf : article.leaves) {
    if (leaf.role != LeafRole::Paragraph) continue;
    copy += plain_text(leaf.text);
    copy += ' ';
  }
  return copy;
}

}  // namespace

std::string plain_text(const Text& text) {
  std::string marked;
  std::size_t at = 0;
  for (const Span& span : text.spans) {
    if (span.kind != SpanKind::NoteMark || span.first < at) continue;
    marked.append(text.utf8, at, span.first - at);
    at = span.last;
  }
  marked.append(text.utf8, at);
  std::string out;
  for (std::size_t i = 0; i < marked.size();) {
    const DecodedChar c = decode_utf8(marked, i);
    append_utf8(out, c.value == 0x2028 ? U' ' : c.value);
    i += c.length;
  }
  return out;
}

bool repeats(std::string_view quote, std::string_view copy) {
  constexpr std::string_view kEnds = ".?!";
  const std::string words = bare_words(copy);
  bool any = false;
  for (std::size_t at = 0; at < quote.size();) {
    const std::size_t end = std::min(quote.find_first_of(kEnds, at), quote.size());
    const std::string sentence = bare_words(quote.substr(at, end - at));
    at = end + 1;
    if (sentence == " ") continue;
    if (words.find(sentence) == std::string::npos) return false;
    any = true;
  }
  return any;
}

std::vector<bool> shown_leaves(const Article& article) {
  std::vector<bool> shown(article.leaves.size(), true);
  const auto hide = [&](LeafId leaf) {
    if (leaf < shown.size()) shown[leaf] = false;
  };
  hide(article.short_headline);
  const std::string copy = copy_of(article);
  visit_blocks(article, [&](const Block& block) {
    if (const auto* figure = std::get_if<Figure>(&block.body)) {
      if ((figure->outputs & kEpub) != 0) return;
      hide(figure->caption);
      hide(figure->credit);
    } else if (const auto* quote = std::get_if<PullQuote>(&block.body)) {
      const bool by_repeats = quote->by == kNoLeaf || repeats(article.text(quote->by).utf8, copy);
      if (!by_repeats || !repeats(article.text(quote->text).utf8, copy)) return;
      hide(quote->text);
      hide(quote->by);
    }
  });
  return shown;
}

}  // namespace forme
