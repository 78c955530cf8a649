#include "style/grammar.h"

namespace forme {

namespace {

constexpr RuleGroup kGroups[] = {
    {"%align", "align=start|centre|end|justify"},
    {"%columns", "col=decimal cols=positive"},
};

constexpr ElementRule kLayoutRules[] = {
    {"layout",
     "version=version! id=slug! extends=slug trim=size! bleed=length margin=length head=length "
     "foot=length columns=1..12 gutter=length baseline=length fonts=slug press=name "
     "liftQuotes=bool",
     "colours? protrusion* styles? headlines? scripts? page*"},
    {"colours", "", "colour*"},
    {"colour", "name=name! cmyk=cmyk! rgb=rgb!", ""},
    {"protrusion", "name=name! like=name", "hang*"},
    {"hang", "signs=name! start=positive end=positive", ""},
    {"styles", "", "style*"},
    {"style",
     "name=name! like=name font=name width=extra-condensed|condensed|semi-condensed|normal "
     "weight=1..1000 italic=bool size=length leading=length tracking=-999..999 colour=name %align "
     "hyphenate=bool hyphenLeft=0..9999 hyphenRight=0..9999 indent=shift before=positive "
     "after=positive lines=0..9999 wordSpaceMin=positive wordSpaceMax=positive protrusion=name "
     "features=features",
     ""},
    {"headlines", "", "step*"},
    {"step", "rows=1..99! style=name!", ""},
    {"scripts", "", "script*"},
    {"script", "languages=langs! size=positive display=positive leading=1..4 middle=positive", ""},
    {"page", "id=slug!", "furniture? slot*"},
    {"furniture", "", "rule* ear* text*"},
    {"rule", "%columns row=decimal rows=positive thickness=length colour=name ear=0..9999", ""},
    {"ear", "index=0..9999 %columns row=decimal", ""},
    {"text", "%columns row=decimal rows=positive %align gap=length shrink=bool width=length",
     "run+"},
    {"run", "style=name", "#text"},
    {"slot",
     "id=slug! x=0..9999 y=0..9999 w=1..9999 h=1..9999 kind=fixed|elastic|auto "
     "content=stories|nibs|promos headDrop=positive",
     ""},
};

constexpr ElementRule kPressRules[] = {
    {"press",
     "version=version! id=slug! condition=name description=text icc=name! package=name "
     "maxPpi=positive warnPpi=positive failPpi=positive warnInk=positive failInk=positive",
     ""},
};

}  // namespace

XmlGrammar make_layout_grammar() {
  return XmlGrammar(kLayoutRules, kGroups);
}
XmlGrammar make_press_grammar() {
  return XmlGrammar(kPressRules, {});
}

}  // namespace forme
