#pragma once

#include <string>

#include "content/issue.h"
#include "display/display_list.h"
#include "makeup/context.h"

namespace forme {

// SHA-256 over what is drawn on a page: glyphs, rules, pictures and adverts with their places, but
// neither links nor names of places, which leave no mark. Pictures and adverts count by the name
// that the issue gives them and the content of their files, pictures by their crop as well. The
// same page of the same issue gives the same hash whatever other articles there are.
std::string page_marks(const DisplayPage& page, const Issue& issue, const PictureFacts& pictures);

}  // namespace forme
