#pragma once

#include <string>

#include "content/issue.h"
#include "support/memory_file_system.h"

namespace forme {

// A small issue in memory, /c/i, of one article "a" in articles/a.xml, whose parts a test sets.
struct MemoryIssue {
  std::string attributes = R"( slug="test" number="1" coverDate="2016-02-24")";
  std::string rest;  // of issue.xml, after <articles>
  std::string article_attributes;
  std::string head = "<headline>A headline</headline>";
  std::string body = "<p>Some copy.</p>";
  std::string tail;
  std::string paper;  // the inside of paper.xml, which there is when it is not empty
  std::string more_articles;
  MemoryFileSystem files;
  Diagnostics diagnostics;

  Issue read(std::optional<Date> today = std::nullopt) {
    if (!paper.empty()) {
      files.put("/c/paper.xml", R"(<paper version="1">)" + paper + "</paper>");
      attributes += R"( paper="../paper.xml")";
    }
    files.put("/c/i/issue.xml", R"(<issue version="1" publicationName="The Test")" + attributes +
                                    R"(><articles><article src="articles/a.xml"/>)" +
                                    more_articles + "</articles>" + rest + "</issue>");
    files.put("/c/i/articles/a.xml", R"(<article version="1" id="a")" + article_attributes + ">" +
                                         head + "<body>" + body + "</body>" + tail + "</article>");
    diagnostics = Diagnostics();
    return read_issue(files, "/c/i", today, diagnostics);
  }
  // The issue's article, which has to be free of errors.
  Article article() {
    Issue issue = read();
    return issue.articles.empty() || diagnostics.has_errors() ? Article() : issue.articles.front();
  }
  std::string said() const {
    std::string out;
    for (const Diagnostic& d : diagnostics.all()) out += to_text(d);
    return out;
  }
};

}  // namespace forme
