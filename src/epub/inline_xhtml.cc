#include "epub/inline_xhtml.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/language.h"
#include "base/number.h"
#include "epub/labels.h"

namespace forme {

namespace {

constexpr std::string_view kLineSeparator = "\xE2\x80\xA8";  // U+2028

class InlineWriter {
 public:
  InlineWriter(MarkupWriter& out, const Text& text, const InlineContext& context)
      : out_(out),
        text_(text),
        context_(context),
        spans_(text.spans),
        language_(context.language),
        in_link_(context.in_link) {
    std::stable_sort(spans_.begin(), spans_.end(), [](const Span& a, const Span& b) {
      return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
    if (context.article == nullptr) return;
    for (const PageBreak& candidate : context.article->breaks) {
      if (candidate.leaf != context.leaf) continue;
      if (candidate.offset > 0 || !context.after_start) breaks_.push_back(&candidate);
    }
  }

  void write() {
    std::size_t next = 0;
    range(0, text_.utf8.size(), next);
    write_breaks(text_.utf8.size());
  }

 private:
  // Writes bytes [first, last) and the spans inside, from spans_[next] on.
  void range(std::size_t first, std::size_t last, std::size_t& next) {
    std::size_t at = first;
    while (next < spans_.size() && spans_[next].first < last) {
      const Span& span = spans_[next++];
      if (span.first >= span.last || span.first < at || span.last > last) continue;
      plain(at, span.first);
      write_span(span, next);
      at = span.last;
    }
    plain(at, last);
  }

  void inside(const Span& span, std::size_t& next) { range(span.first, span.last, next); }

  void wrap(std::string_view name, const Attributes& attributes, const Span& span,
            std::size_t& next) {
    out_.open(name, attributes);
    inside(span, next);
    out_.close();
  }

  void write_span(const Span& span, std::size_t& next) {
    switch (span.kind) {
      case SpanKind::Emphasis:
        return wrap("em", {}, span, next);
      case SpanKind::Strong:
        return wrap("strong", {}, span, next);
      case SpanKind::SmallCaps:
        return wrap("span", {{"class", "sc"}}, span, next);
      case SpanKind::Subscript:
        return wrap("sub", {}, span, next);
      case SpanKind::Superscript:
        return wrap("sup", {}, span, next);
      case SpanKind::Abbreviation:
        return wrap("abbr", {{"title", span.value}}, span, next);
      case SpanKind::Link:
        return write_link(span, next);
      case SpanKind::Language:
        return write_language(span, next);
      case SpanKind::NoteMark:
        return write_note_mark(span, next);
    }
  }

  void write_link(const Span& span, std::size_t& next) {
    const std::string href = context_.article == nullptr || in_link_
                                 ? std::string()
                                 : resolve_link(*context_.book, *context_.article, span.value);
    if (href.empty()) return inside(span, next);
    in_link_ = true;
    wrap("a", {{"href", href}}, span, next);
    in_link_ = false;
  }

  void write_language(const Span& span, std::size_t& next) {
    const std::string outer = language_;
    const Attributes attributes = language_attributes(span.value, outer);
    language_ = span.value;
    if (attributes.empty()) {
      inside(span, next);
    } else {
      wrap("span", attributes, span, next);
    }
    language_ = outer;
  }

  // Without a document of its own around it (in a list of contents) a mark would lead nowhere.
  void write_note_mark(const Span& span, std::size_t& next) {
    if (context_.article == nullptr) {
      while (next < spans_.size() && spans_[next].last <= span.last) ++next;
      return;
    }
    const auto footnote = static_cast<LeafId>(parse_int(span.value).value_or(-1));
    const auto& notes = context_.article->article->footnotes;
    out_.open("sup", {{"class", "mark"}});
    if (in_link_ || std::find(notes.begin(), notes.end(), footnote) == notes.end()) {
      inside(span, next);
    } else {
      if (context_.marked != nullptr) context_.marked->insert(footnote);
      wrap("a",
           {{"href", "#" + note_id(*context_.article, footnote)},
            {"id", note_mark_id(*context_.article, footnote)},
            {"epub:type", "noteref"},
            {"role", "doc-noteref"}},
           span, next);
    }
    out_.close();
  }

  void plain(std::size_t first, std::size_t last) {
    const std::string_view all = text_.utf8;
    for (std::size_t at = first; at < last;) {
      write_breaks(at);
      std::size_t end = last;
      if (next_break_ < breaks_.size()) {
        end = std::min<std::size_t>(end, breaks_[next_break_]->offset);
      }
      const std::size_t separator = all.find(kLineSeparator, at);
      if (separator == at) {
        out_.empty("br");
        at += kLineSeparator.size();
        continue;
      }
      end = std::min(end, separator);
      out_.text(all.substr(at, end - at));
      at = end;
    }
  }

  void write_breaks(std::size_t upto) {
    for (; next_break_ < breaks_.size() && breaks_[next_break_]->offset <= upto; ++next_break_) {
      const PageBreak& b = *breaks_[next_break_];
      write_page_break(out_, b.page, b.id, language_);
    }
  }

  MarkupWriter& out_;
  const Text& text_;
  const InlineContext& context_;
  std::vector<Span> spans_;
  std::vector<const PageBreak*> breaks_;
  std::size_t next_break_ = 0;
  std::string language_;
  bool in_link_;
};

std::string of_footnote(std::string_view stem, const BookArticle& article, LeafId footnote) {
  std::string id = fmt::format("{}-{}", stem, article.article->leaves[footnote].id);
  std::replace(id.begin(), id.end(), '/', '-');
  return own_id(article, id);
}

}  // namespace

Attributes language_attributes(std::string_view language, std::string_view around) {
  if (language.empty() || language == around) return {};
  Attributes attributes{{"xml:lang", std::string(language)}, {"lang", std::string(language)}};
  const bool right_to_left = is_right_to_left(language);
  if (right_to_left != is_right_to_left(around)) {
    attributes.push_back({"dir", right_to_left ? "rtl" : "ltr"});
  }
  return attributes;
}

void write_inline(MarkupWriter& out, const Text& text, const InlineContext& context) {
  InlineWriter(out, text, context).write();
}

void write_page_break(MarkupWriter& out, int page, std::string_view id, std::string_view language) {
  out.element("span",
              {{"id", std::string(id)},
               {"epub:type", "pagebreak"},
               {"role", "doc-pagebreak"},
               {"aria-label", fmt::format(fmt::runtime(labels_for(language).page), page)}},
              {});
}

std::string own_id(const BookArticle& article, std::string wanted) {
  while (article.blocks.count(wanted) > 0) wanted += "-x";
  return wanted;
}

std::string note_id(const BookArticle& article, LeafId footnote) {
  return of_footnote("note", article, footnote);
}

std::string note_mark_id(const BookArticle& article, LeafId footnote) {
  return of_footnote("mark", article, footnote);
}

}  // namespace forme
