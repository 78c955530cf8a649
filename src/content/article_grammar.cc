#include "content/article_grammar.h"

namespace forme {

namespace {

constexpr RuleGroup kGroups[] = {
    {"%block", "id=id xml:lang=lang"},
    {"%lang", "xml:lang=lang"},
    {"%phrase", "#text em* strong* a* span* sub* sup* sc* abbr* br*"},
    {"%inline", "#text i.em* i.strong* i.a* i.span* i.sub* i.sup* i.sc* i.abbr* br* footnote*"},
    {"%copy", "p* ul* ol*"},
    {"%panelled",
     "%copy crosshead* pullquote* blockquote* table* directory* qr* figure* graphic* "
     "note*"},
    {"%picture",
     "src=name! alt=text! focus=point crop=fraction columns=range wrap=box|outline "
     "outputs=outputs"},
};

constexpr ElementRule kRules[] = {
    {"article",
     "version=version! id=slug! "
     "genre=news|nib|feature|column|review|letters|obituary|listing|panel|filler section=name "
     "priority=1..5 xml:lang=lang rights=text outputs=outputs embargo=date expires=date",
     "kicker? article.headline+ standfirst* byline* dateline? keywords? figure* graphic* body "
     "series* related* previously* correction*"},
    {"kicker", "%lang", "%phrase"},
    {"article.headline", "%lang alt=short|", "%phrase"},
    {"standfirst", "%block", "%phrase"},
    {"byline", "%block", "%phrase person*"},
    {"person", "ref=slug role=text", "#text"},
    {"dateline", "%lang", "%phrase"},
    {"keywords", "", "keyword*"},
    {"keyword", "ref=slug", "#text"},
    {"series", "ref=slug! part=1..9999", ""},
    {"related", "ref=reference!", ""},
    {"previously", "%block ref=reference!", "%phrase"},
    {"correction", "%block of=reference! date=date!", "%phrase"},

    {"body", "%lang", "%panelled panel* letter*"},
    {"p", "%block", "%inline"},
    {"crosshead", "%block", "%phrase"},
    {"pullquote", "%block by=text wrap=box|", "%phrase"},
    {"blockquote", "%block", "%copy"},
    {"note", "%block", "%inline"},
    {"ul", "%block", "li+"},
    {"ol", "%block", "li+"},
    {"li", "%lang", "%inline %copy"},
    {"table", "%block", "table.caption? thead? tbody+"},
    {"table.caption", "%lang", "%phrase"},
    {"thead", "", "tr+"},
    {"tbody", "", "tr+"},
    {"tr", "", "th* td*"},
    {"th", "%lang colspan=1..99 rowspan=1..999 align=start|centre|end|decimal scope=col|row",
     "%inline"},
    {"td", "%lang colspan=1..99 rowspan=1..999 align=start|centre|end|decimal", "%inline"},
    {"panel", "%block wrap=box|", "headline? %panelled"},
    {"headline", "%lang", "%phrase"},
    {"letter", "%block", "headline? %copy blockquote* signature? place?"},
    {"signature", "%lang", "%phrase"},
    {"place", "%lang", "%phrase"},
    {"directory", "%block", "entry+"},
    {"entry", "%lang", "name phone* email* address* entry.a*"},
    {"name", "%lang", "%phrase"},
    {"phone", "", "#text"},
    {"email", "", "#text"},
    {"address", "%lang", "%phrase"},
    {"entry.a", "href=href! xml:lang=lang", "#text"},
    {"qr", "%block href=coded!", "caption?"},
    {"caption", "%lang", "%phrase"},
    {"credit", "%lang", "%phrase"},
    {"figure", "%block %picture", "caption? credit?"},
    {"graphic", "%block %picture kind=cartoon|puzzle|weather|chart|map|solution! solution=id",
     "caption? credit?"},

    {"em", "%lang", "%phrase"},
    {"strong", "%lang", "%phrase"},
    {"a", "%lang href=href!", "%phrase"},
    {"span", "xml:lang=lang!", "%phrase"},
    {"sub", "%lang", "%phrase"},
    {"sup", "%lang", "%phrase"},
    {"sc", "%lang", "%phrase"},
    {"abbr", "%lang title=text!", "%phrase"},
    {"br", "", ""},
    // The same where a footnote may hang on.
    {"i.em", "%lang", "%inline"},
    {"i.strong", "%lang", "%inline"},
    {"i.a", "%lang href=href!", "%inline"},
    {"i.span", "xml:lang=lang!", "%inline"},
    {"i.sub", "%lang", "%inline"},
    {"i.sup", "%lang", "%inline"},
    {"i.sc", "%lang", "%inline"},
    {"i.abbr", "%lang title=text!", "%inline"},
    {"footnote", "%block", "%phrase"},
};

}  // namespace

XmlGrammar make_article_grammar() {
  return XmlGrammar(kRules, kGroups);
}

}  // namespace forme
