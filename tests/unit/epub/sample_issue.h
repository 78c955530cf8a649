#pragma once

#include <string>
#include <utility>
#include <vector>

#include "content/issue.h"

namespace forme::sample {

// Builds an article leaf by leaf, as the reader of articles would.
class ArticleBuilder {
 public:
  ArticleBuilder(std::string id, std::string headline, std::string section = "News") {
    article_.id = std::move(id);
    article_.section = std::move(section);
    article_.language = "en-GB";
    article_.headline = leaf(LeafRole::Headline, std::move(headline));
  }

  LeafId leaf(LeafRole role, std::string utf8, std::vector<Span> spans = {}) {
    Leaf next;
    next.id = "leaf/" + std::to_string(article_.leaves.size());
    next.role = role;
    next.text.utf8 = std::move(utf8);
    next.text.spans = std::move(spans);
    next.text.language = article_.language;
    article_.leaves.push_back(std::move(next));
    return static_cast<LeafId>(article_.leaves.size() - 1);
  }

  Block block(std::string id, decltype(Block::body) body) {
    Block next;
    next.id = std::move(id);
    next.body = std::move(body);
    return next;
  }

  LeafId paragraph(const std::string& id, std::string utf8, std::vector<Span> spans = {}) {
    const LeafId text = leaf(LeafRole::Paragraph, std::move(utf8), std::move(spans));
    add(block(id, Paragraph{text}));
    return text;
  }

  void add(Block block) { article_.body.push_back(std::move(block)); }

  Article& article() { return article_; }

 private:
  Article article_;
};

inline Issue issue_of(std::vector<Article> articles) {
  Issue issue;
  issue.manifest.publication_name = "The Courier";
  issue.manifest.slug = "courier";
  issue.manifest.number = "890";
  issue.manifest.issn = "1234-5679";
  issue.manifest.title = "Rail crews stand firm";
  issue.manifest.base_url = "https://courier.example/";
  issue.manifest.cover_date = {2016, 2, 24};
  issue.paper.name = "The Courier";
  issue.paper.rights = "© The Courier";
  issue.paper.imprint = {"Published every Wednesday."};
  issue.paper.sections = {{"News", "News", "red"}, {"Arts", "Arts & books", "red"}};
  issue.articles = std::move(articles);
  return issue;
}

inline PagePlace place(int page, std::uint32_t article, LeafId leaf, std::uint32_t first,
                       std::uint32_t last) {
  PagePlace at;
  at.page = page;
  at.text = {article, leaf, first, last};
  return at;
}

}  // namespace forme::sample
