#include "manifest/grammar.h"

namespace forme {

namespace {

constexpr ElementRule kIssueRules[] = {
    {"issue",
     "version=version! xml:lang=lang publicationName=name! slug=slug issn=issn number=number! "
     "coverDate=date! title=name price=text paper=name layout=name press=name baseUrl=url "
     "edition=1..9999",
     "articles promos? adverts? flatplan?"},
    {"articles", "", "article+"},
    {"article", "src=name!", ""},
    {"promos", "", "promo*"},
    {"promo", "article=slug! src=name focus=point", "headline p*"},
    {"headline", "", "#text"},
    {"p", "", "#text"},
    {"adverts", "", "advert*"},
    {"advert",
     "id=slug! src=name! alt=text columns=1..99 depth=length page=1..9999 "
     "position=foot|foot-left|foot-right|head-right|full fit=none|scale house=bool booking=text "
     "category=text keepApart=text",
     ""},
    {"flatplan", "pages=1..9999", "page*"},
    {"page", "folio=range! section=name kind=name sent=bool spread=bool", "place* auto*"},
    {"place", "article=slug! slot=name jumpTo=1..9999", ""},
    {"auto", "articles=slugs!", ""},
};

constexpr ElementRule kPaperRules[] = {
    {"paper", "version=version! xml:lang=lang name=name rights=text",
     "masthead? ears? imprint? contacts? calls? sections? people? paper.series? keywords?"},
    {"masthead", "art=name", "title? motto?"},
    {"title", "", "#text"},
    {"motto", "", "#text"},
    {"ears", "", "ear*"},
    {"ear", "article=slug", "headline? p*"},
    {"headline", "", "#text"},
    {"p", "", "#text"},
    {"imprint", "", "p*"},
    {"contacts", "", "contact*"},
    {"contact", "kind=email|phone|post|web! label=name!", "#text"},
    {"calls", "", "panel*"},
    {"panel", "id=slug!", "headline? p* qr?"},
    {"qr", "href=coded!", "caption?"},
    {"caption", "", "#text"},
    {"sections", "", "section*"},
    {"section", "id=name! title=name colour=name", ""},
    {"people", "", "person*"},
    {"person", "id=slug! name=name! role=text", ""},
    {"paper.series", "", "series*"},
    {"series", "id=slug! title=name!", ""},
    {"keywords", "", "group*"},
    {"group", "label=name!", "keyword*"},
    {"keyword", "id=slug! label=name! alt=text", ""},
};

}  // namespace

XmlGrammar make_issue_grammar() {
  return XmlGrammar(kIssueRules, {});
}
XmlGrammar make_paper_grammar() {
  return XmlGrammar(kPaperRules, {});
}

}  // namespace forme
