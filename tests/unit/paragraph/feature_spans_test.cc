#include "paragraph/feature_spans.h"

#include <gmock/gmock.h>

#include <string>

namespace forme {
namespace {

// The stretches between bars, with the feature's first letter: "a |f1/2| b".
std::string marked(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  for (const FeatureSpan& span : feature_spans(text, true)) {
    out += text.substr(at, span.first - at);
    out += "|";
    out += span.feature[0];
    out += text.substr(span.first, span.last - span.first);
    out += "|";
    at = span.last;
  }
  return out + std::string(text.substr(at));
}

struct Row {
  const char* text;
  const char* marked;
};

class Features : public testing::TestWithParam<Row> {};

TEST_P(Features, GoToTheStretchesThatAskForThem) {
  EXPECT_EQ(marked(GetParam().text), GetParam().marked);
}

constexpr Row kRows[] = {
    {"", ""},
    {"no sign at all", "no sign at all"},
    // True fractions.
    {"1/2", "|f1/2|"},
    {"about 3/4 of it, or 2/3.", "about |f3/4| of it, or |f2/3|."},
    {"2 1/2 miles", "2 |f1/2| miles"},
    {"a 5/8-inch rule (1/16)", "a |f5/8|-inch rule (|f1/16|)"},
    {"22\u20447 and 355\u2044113", "|f22\u20447| and |f355\u2044113|"},
    // What has a bar and is none.
    {"and/or", "and/or"},
    {"24/7", "24/7"},
    {"9/11", "9/11"},
    {"24/2/2016", "24/2/2016"},
    {"1/2/1566", "1/2/1566"},
    {"2015/16", "2015/16"},
    {"2/4 time, 6/8 time", "2/4 time, 6/8 time"},
    {"0/5 01/02", "0/5 01/02"},
    {"A4/5 and 3/4b", "A4/5 and 3/4b"},
    {"1.1/2 1/2.5 £1/2 -1/2", "1.1/2 1/2.5 £1/2 -1/2"},
    {"12345\u20446", "12345\u20446"},
    {"/ 1/ /2 \u2044", "/ 1/ /2 \u2044"},
    // Capitals.
    {"the (TUC) said", "the |c(TUC)| said"},
    {"TUC said (so)", "TUC said (so)"},
    {"SOS – NOW and then – so", "|cSOS – NOW| and then – so"},
    {"TUC-led and TUC’s", "TUC-led and TUC’s"},
    {"A (B) C", "A (B) C"},
    {"STOP PRESS", "STOP PRESS"},
    {"ISSN 1234-5679 IS IT", "|cISSN 1234-5679 IS IT|"},
    {"ΤΥΠΟΣ-ΒΙΒΛΙΟ και (СССР)", "|cΤΥΠΟΣ-ΒΙΒΛΙΟ| και |c(СССР)|"},
    {"(FIT 1/2 WAY)", "|c(FIT ||f1/2||c WAY)|"},
};
INSTANTIATE_TEST_SUITE_P(Spans, Features, testing::ValuesIn(kRows));

}  // namespace
}  // namespace forme
