#include "pdf/navigation_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/number.h"
#include "base/utf8.h"
#include "pdf/pdf_number.h"

namespace forme {

namespace {

constexpr std::size_t kNamesPerLeaf = 64;

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

std::string hex_string(std::string_view bytes) {
  std::string out = "<";
  append_hex(out, bytes);
  return out + ">";
}

std::string number(double v) {
  std::string out;
  append_milli(out, std::llround(v * 1000));
  return out;
}

// One level of the outline; gives how many entries it shows when all are open.
struct Outline {
  HaruDocument& pdf;
  const std::map<std::string, NamedPlace>& places;

  void write_level(const std::vector<Bookmark>& bookmarks, PdfDict parent, bool open) {
    if (bookmarks.empty()) return;
    std::vector<PdfDict> items;
    for (std::size_t i = 0; i < bookmarks.size(); ++i) items.push_back(pdf.indirect_dict());
    for (std::size_t i = 0; i < bookmarks.size(); ++i) {
      pdf.text(items[i], "Title", bookmarks[i].title);
      pdf.put(items[i], "Parent", parent);
      if (i > 0) pdf.put(items[i], "Prev", items[i - 1]);
      if (i + 1 < items.size()) pdf.put(items[i], "Next", items[i + 1]);
      if (places.contains(bookmarks[i].destination)) {
        pdf.bytes(items[i], "Dest", bookmarks[i].destination);
      }
      write_level(bookmarks[i].children, items[i], false);
    }
    pdf.put(parent, "First", items.front());
    pdf.put(parent, "Last", items.back());
    const int count = static_cast<int>(items.size());
    pdf.number(parent, "Count", open ? count : -count);
  }
};

}  // namespace

std::string percent_encode_uri(std::string_view uri) {
  constexpr std::string_view kPlain = "-._~:/?#[]@!$&'()*+,;=";
  std::string out;
  for (std::size_t i = 0; i < uri.size(); ++i) {
    const char c = uri[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    const bool escaped = c == '%' && i + 2 < uri.size() && is_hex(uri[i + 1]) && is_hex(uri[i + 2]);
    if (letter || escaped || kPlain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += '%';
      append_hex(out, {&c, 1});
    }
  }
  return out;
}

std::vector<TaggedAnnotation> write_links(HaruDocument& pdf, const std::vector<PdfDict>& pages,
                                          const std::vector<LinkArea>& links,
                                          const std::map<std::string, NamedPlace>& places) {
  std::vector<TaggedAnnotation> written;
  std::map<int, PdfArray> by_page;
  for (const LinkArea& link : links) {
    const bool outside = !link.item->uri.empty();
    if (!outside && !places.contains(link.item->destination)) continue;
    PdfDict annotation = pdf.indirect_dict();
    pdf.name(annotation, "Type", "Annot");
    pdf.name(annotation, "Subtype", "Link");
    pdf.box(annotation, "Rect", link.x0, link.y0, link.x1, link.y1);
    pdf.number(annotation, "F", 4);  // printed: PDF/A asks for it
    PdfArray border = pdf.array();
    for (int i = 0; i < 3; ++i) pdf.add_number(border, 0);
    pdf.put(annotation, "Border", border);
    const std::string uri = percent_encode_uri(link.item->uri);
    if (outside) {
      PdfDict action = pdf.dict();
      pdf.name(action, "Type", "Action");
      pdf.name(action, "S", "URI");
      pdf.text(action, "URI", uri);
      pdf.put(annotation, "A", action);
    } else {
      pdf.bytes(annotation, "Dest", link.item->destination);
    }
    pdf.text(annotation, "Contents",
             !link.item->title.empty() ? link.item->title
             : outside                 ? uri
                                       : link.item->destination);
    const auto [found, fresh] = by_page.try_emplace(link.page);
    if (fresh) found->second = pdf.array();
    pdf.add(found->second, annotation);
    written.push_back({link.page, link.item->node, annotation});
  }
  for (const auto& [page, annotations] : by_page) {
    pdf.put(pages[static_cast<std::size_t>(page)], "Annots", annotations);
    pdf.name(pages[static_cast<std::size_t>(page)], "Tabs", "S");
  }
  return written;
}

void write_destinations(HaruDocument& pdf, const std::vector<PdfDict>& pages,
                        const std::map<std::string, NamedPlace>& places) {
  if (places.empty()) return;
  PdfArray leaves = pdf.array();
  for (auto at = places.begin(); at != places.end();) {
    const std::string first = at->first;
    std::string last, names;
    for (std::size_t n = 0; n < kNamesPerLeaf && at != places.end(); ++n, ++at) {
      const NamedPlace& place = at->second;
      names += fmt::format("{} [{} /XYZ {} {} null]\n", hex_string(at->first),
                           HaruDocument::reference(pages[static_cast<std::size_t>(place.page)]),
                           number(place.x), number(place.y));
      last = at->first;
    }
    PdfDict leaf = pdf.indirect_dict();
    pdf.raw(leaf, fmt::format("/Limits [{} {}]\n/Names [{}]\n", hex_string(first), hex_string(last),
                              names));
    pdf.add(leaves, leaf);
  }
  PdfDict tree = pdf.indirect_dict();
  pdf.put(tree, "Kids", leaves);
  PdfDict names = pdf.dict();
  pdf.put(names, "Dests", tree);
  pdf.put(pdf.catalog(), "Names", names);
}

void write_bookmarks(HaruDocument& pdf, const std::vector<Bookmark>& bookmarks,
                     const std::map<std::string, NamedPlace>& places) {
  if (bookmarks.empty()) return;
  PdfDict root = pdf.indirect_dict();
  pdf.name(root, "Type", "Outlines");
  Outline{pdf, places}.write_level(bookmarks, root, true);
  pdf.put(pdf.catalog(), "Outlines", root);
  pdf.name(pdf.catalog(), "PageMode", "UseOutlines");
}

// Labels that count up share one range; any other label is a range of its own.
void write_page_labels(HaruDocument& pdf, const std::vector<std::string>& labels) {
  if (labels.empty()) return;
  PdfArray ranges = pdf.array();
  std::optional<int> expected;
  for (std::size_t page = 0; page < labels.size(); ++page) {
    std::optional<int> value = parse_int(labels[page]);
    if (value && (*value < 1 || std::to_string(*value) != labels[page])) value.reset();
    if (value && value == expected) {
      ++*expected;
      continue;
    }
    PdfDict range = pdf.dict();
    if (value) {
      pdf.name(range, "S", "D");
      pdf.number(range, "St", *value);
      expected = *value + 1;
    } else {
      if (!labels[page].empty()) pdf.text(range, "P", labels[page]);
      expected.reset();
    }
    pdf.add_number(ranges, static_cast<int>(page));
    pdf.add(ranges, range);
  }
  PdfDict tree = pdf.dict();
  pdf.put(tree, "Nums", ranges);
  pdf.put(pdf.catalog(), "PageLabels", tree);
}

}  // namespace forme
