#include "pdfdoc/strip_marks.h"

#include <qpdf/QPDFObjectHandle.hh>

#include <memory>
#include <string>
#include <vector>

namespace forme {

namespace {

class MarkStripper : public QPDFObjectHandle::TokenFilter {
 public:
  void handleToken(QPDFTokenizer::Token const& token) override {
    using Type = QPDFTokenizer::token_type_e;
    if (token.getType() != Type::tt_word) {
      held_.push_back(token);
      // Inline images and what follows them come as tokens of their own kinds.
      if (token.getType() == Type::tt_inline_image) flush();
      return;
    }
    if (is_mark(token.getValue())) {
      held_.clear();
      write("\n");
      return;
    }
    flush();
    writeToken(token);
  }
  void handleEOF() override { flush(); }

 private:
  static bool is_mark(const std::string& op) {
    return op == "BMC" || op == "BDC" || op == "EMC" || op == "MP" || op == "DP";
  }
  void flush() {
    for (const auto& token : held_) writeToken(token);
    held_.clear();
  }
  std::vector<QPDFTokenizer::Token> held_;  // operands whose operator has not come yet
};

}  // namespace

void strip_marks(QPDFObjectHandle& form) {
  form.addTokenFilter(std::make_shared<MarkStripper>());
}

}  // namespace forme
