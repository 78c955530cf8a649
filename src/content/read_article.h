#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "base/xml_grammar.h"
#include "content/article.h"
#include "manifest/manifest.h"
#include "manifest/paper.h"
#include "manifest/source_tree.h"

namespace forme {

// What an article takes from the issue that it is in.
struct ArticleContext {
  const SourceTree& tree;
  const Manifest& manifest;
  const Paper& paper;
  const XmlGrammar& grammar;  // make_article_grammar()
};

// Reads one article's file and reports every mistake in it. Nothing when it is not XML, or no
// article.
std::optional<Article> read_article(const ArticleContext& context, const ArticleEntry& entry,
                                    Diagnostics& diagnostics);

}  // namespace forme
