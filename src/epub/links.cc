#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "epub/file_names.h"
#include "epub/inline_xhtml.h"

namespace forme {

namespace {

bool has_outer_scheme(std::string_view href) {
  static constexpr std::array<std::string_view, 4> kSchemes{"http://", "https://",
                                                            "mailto:", "tel:"};
  return std::any_of(kSchemes.begin(), kSchemes.end(), [&](std::string_view scheme) {
    return href.size() > scheme.size() && href.substr(0, scheme.size()) == scheme;
  });
}

// Characters that RFC 3986 keeps out of a URL, percent-encoded; what is encoded already stays.
std::string encoded(std::string_view url) {
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    const bool allowed = byte > 0x20 && byte < 0x7F &&
                         std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
    if (allowed) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", byte);
    }
  }
  return out;
}

std::string document_link(const BookArticle& target, const BookArticle& from,
                          const std::string& block) {
  const bool known = !block.empty() && target.blocks.count(block) > 0;
  const std::string fragment = known ? "#" + encoded(block) : "";
  if (&target == &from) return fragment;
  return from_text(target.file) + fragment;
}

}  // namespace

std::string resolve_link(const Book& book, const BookArticle& from, std::string_view href) {
  if (has_outer_scheme(href)) return encoded(href);
  const std::size_t hash = href.find('#');
  const std::string_view path = href.substr(0, hash);
  const std::string block(hash == std::string_view::npos ? "" : href.substr(hash + 1));
  if (path.empty()) return document_link(from, from, block);

  // slug/number/article, the paper's own way to name an article.
  const std::size_t first = path.find('/');
  const std::size_t second = first == std::string_view::npos ? first : path.find('/', first + 1);
  if (second == std::string_view::npos || path.find('/', second + 1) != std::string_view::npos ||
      path.find(':') != std::string_view::npos || path.front() == '.') {
    return {};
  }
  const Manifest& manifest = book.issue->manifest;
  if (path.substr(0, second) == fmt::format("{}/{}", manifest.slug, manifest.number)) {
    const BookArticle* target = book.article(path.substr(second + 1));
    return target == nullptr ? std::string() : document_link(*target, from, block);
  }
  if (!has_outer_scheme(manifest.base_url)) return {};
  const bool slash = manifest.base_url.back() == '/';
  return encoded(fmt::format("{}{}{}", manifest.base_url, slash ? "" : "/", href));
}

}  // namespace forme
