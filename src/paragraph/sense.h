#pragma once

#include <cstdint>
#include <string_view>

namespace forme {

// How badly a headline's line would end before byte `end` of `text`: 100 after a word that leans on
// the next one ("the", "of"; "der", "und"), 0 after one that closes a sense, as a comma does.
int sense_penalty(std::string_view text, std::uint32_t end, std::string_view language);

}  // namespace forme
