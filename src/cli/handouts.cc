#include "cli/handouts.h"

#include "cli/outputs.h"
#include "cli/pdf_editions.h"
#include "makeup/handout.h"

namespace forme {

bool has_handout(const Article& article) {
  return (article.outputs & kHandout) != 0;
}

std::string handout_name(const Manifest& manifest, const Article& article) {
  return "handouts/" + edition_name(manifest) + "-" + article.id + ".pdf";
}

Handouts::Handouts(const MadeIssue& issue, Shared& shared)
    : issue_(issue), shared_(shared), setters_([&issue] {
        return std::make_unique<TextSetter>(issue.sources.handout_fonts,
                                            *issue.sources.dictionaries);
      }) {}

Result<std::string> Handouts::pdf(std::size_t article, Diagnostics& diagnostics) {
  const Sources& s = issue_.sources;
  TextSetter& setter = *setters_.local();
  const Handout handout =
      make_handout(s.issue, s.handout_layout, setter, issue_.pictures, article, diagnostics);
  diagnostics.append(setter.take_diagnostics());
  const Article& what = s.issue.articles[article];
  const PageSet set{handout.pages,
                    handout.structure,
                    s.handout_fonts,
                    s.handout_layout.palette,
                    what.headline == kNoLeaf ? what.id : what.text(what.headline).utf8,
                    what.language.empty() ? s.issue.manifest.language : what.language,
                    kHandout};
  return screen_pdf(set, s, shared_);
}

}  // namespace forme
