#include "content/issue.h"

#include <algorithm>

namespace forme {

const Article* Issue::article(std::string_view id) const {
  for (const Article& a : articles) {
    if (a.id == id) return &a;
  }
  return nullptr;
}

std::string Issue::title() const {
  if (!manifest.title.empty() || articles.empty()) return manifest.title;
  // The splash: the first article of the highest priority.
  const auto splash =
      std::min_element(articles.begin(), articles.end(),
                       [](const Article& a, const Article& b) { return a.priority < b.priority; });
  return splash->headline == kNoLeaf ? std::string() : splash->text(splash->headline).utf8;
}

}  // namespace forme
