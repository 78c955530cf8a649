#pragma once

#include <cstdint>
#include <string_view>

namespace forme {

// How badly a headline's line would end before byte `end` of `text`: 100 after a word that leans on
// the next one ("the", "of"; "der", "und"), less between a figure and what it counts or within a
// name of several words, 0 after one that closes a sense, as a comma does. Where no word of the
// language is known, all plain words are alike.
int sense_penalty(std::string_view text, std::uint32_t end, std::string_view language);

}  // namespace forme
