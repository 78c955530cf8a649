#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace forme {

std::string sha256_hex(std::string_view bytes);
// A short, stable name for content: the first 12 hex digits of its SHA-256.
std::string content_id(std::string_view bytes);

}  // namespace forme
