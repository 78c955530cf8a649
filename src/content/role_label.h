#pragma once

#include <string>
#include <string_view>

namespace forme {

// What stands before the name of a <person role> that is alone in its byline: "Words: ", with its
// space. The roles words, pictures, drawings, research and translation are said in the article's
// language (English where we have none of it); any other is said as it is written.
std::string role_label(std::string_view role, std::string_view language);

}  // namespace forme
