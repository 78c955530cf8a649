#pragma once

#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "cli/assets.h"
#include "display/display_list.h"
#include "image/picture.h"
#include "pdf/write_pdf.h"

namespace forme {

// What one output makes of one picture's bytes.
using PictureTreatment = std::function<Result<PreparedPicture>(
    std::string_view bytes, const std::string& file, const PictureUse& use)>;

// Prepares every picture that `pages` show, each source and crop once, at the largest size it is
// shown; side by side, with a result that does not depend on it.
class PreparedPictures {
 public:
  PreparedPictures(const std::vector<DisplayPage>& pages, Assets& assets,
                   const PictureTreatment& treatment);
  PictureProvider provider() const;  // REQUIRES: this object outlives it

 private:
  using Key = std::tuple<std::string, double, double, double, double>;
  static Key key(const PictureItem& item);

  std::map<Key, Result<PreparedPicture>> prepared_;
};

}  // namespace forme
