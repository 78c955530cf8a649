#include "epub/xhtml_page.h"

#include "base/language.h"
#include "epub/labels.h"

namespace forme {

MarkupWriter begin_page(const PageHead& head) {
  MarkupWriter out("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n");
  Attributes root{{"xmlns", "http://www.w3.org/1999/xhtml"},
                  {"xmlns:epub", "http://www.idpf.org/2007/ops"},
                  {"xml:lang", head.language},
                  {"lang", head.language}};
  if (is_right_to_left(head.language)) root.push_back({"dir", "rtl"});
  out.open("html", root);
  out.line();
  out.open("head");
  out.line();
  out.empty("meta", {{"charset", "utf-8"}});
  out.line();
  out.element("title", {}, head.title);
  out.line();
  if (!head.keywords.empty()) {
    out.empty("meta", {{"name", "keywords"}, {"content", head.keywords}});
    out.line();
  }
  out.empty("link", {{"rel", "stylesheet"}, {"type", "text/css"}, {"href", head.stylesheet}});
  out.line();
  out.close();
  out.line();
  Attributes body;
  if (!head.body_type.empty()) body.push_back({"epub:type", head.body_type});
  out.open("body", body);
  out.line();
  return out;
}

std::string end_page(MarkupWriter& out) {
  out.close();
  out.line();
  out.close();
  out.line();
  return out.take();
}

}  // namespace forme
