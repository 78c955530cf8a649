#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace forme {

// The picture without what its maker's camera and software wrote about time, place and machine.
// Samples, colour profile and, for JPEG, Adobe's colour marker stay. Nothing when the bytes are not
// laid out as the format wants.
std::optional<std::string> strip_jpeg(std::string_view bytes);
std::optional<std::string> strip_png(std::string_view bytes);

}  // namespace forme
