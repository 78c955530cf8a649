#include "epub/file_names.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "base/names.h"

namespace forme {

std::string article_file(std::string_view article_id) {
  return fmt::format("text/article-{}.xhtml", article_id);
}

// An id that its slug does not spell out gets a piece of its hash, so that "A b" and "a-b" differ.
std::string section_file(std::string_view section_id) {
  const std::string slug = make_slug(section_id);
  std::string small(section_id);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (slug == small && !slug.empty()) return fmt::format("text/section-{}.xhtml", slug);
  return fmt::format("text/section-{}{}{}.xhtml", slug, slug.empty() ? "" : "-",
                     content_id(section_id));
}

std::string picture_file(std::string_view source, std::string_view bytes,
                         std::string_view extension) {
  const std::size_t slash = source.rfind('/');
  std::string_view stem = slash == std::string_view::npos ? source : source.substr(slash + 1);
  stem = stem.substr(0, stem.rfind('.'));
  const std::string slug = make_slug(stem);
  return fmt::format("pictures/{}{}{}.{}", slug, slug.empty() ? "" : "-", content_id(bytes),
                     extension);
}

std::string from_text(std::string_view href) {
  constexpr std::string_view kFolder = "text/";
  if (href.substr(0, kFolder.size()) == kFolder) return std::string(href.substr(kFolder.size()));
  return "../" + std::string(href);
}

}  // namespace forme
