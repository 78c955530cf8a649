#pragma once

#include <string>
#include <string_view>

namespace forme {

// Whether `tag` is well formed (BCP 47) and begins with a language that is known to exist.
bool is_language_tag(std::string_view tag);

// Whether the language, in the script of its tag or else its usual one, is written from right to
// left.
bool is_right_to_left(std::string_view tag);

// "de" of "de-AT", in small letters.
std::string primary_language(std::string_view tag);

// ICU's name of the locale `tag`, with the data that its dates and numbers have. Where ICU has none
// of the language that is British English: ICU itself would take the language of the user's system.
std::string icu_locale(std::string_view tag);

// The text in capitals, as the language writes them: "PUBLICITÉ", "İLAN", "ΔΙΑΦΗΜΙΣΗ".
std::string upper_case(std::string_view text, std::string_view tag);

// What stands between a number's whole and its fraction in the language `tag` (CLDR): "." or ",".
std::string decimal_separator(std::string_view tag);

}  // namespace forme
