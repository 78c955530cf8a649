#include "base/utf8.h"

#include <gtest/gtest.h>

#include "base/hash.h"

namespace forme {
namespace {

TEST(Utf8, EveryCodePointComesBack) {
  for (char32_t c = 1; c <= 0x10FFFF; c = c < 0x3000 ? c + 1 : c + 37) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    const DecodedChar back = decode_utf8(text, 0);
    ASSERT_EQ(back.value, c);
    ASSERT_EQ(back.length, text.size());
    ASSERT_TRUE(is_valid_utf8(text));
  }
}

TEST(Utf8, MalformedBytesGiveTheReplacementOneAtATime) {
  for (std::string bad :
       {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
        "\xF4\x90\x80\x80", "\xF5", "\xFF", "\xC3", "\xE2\x82", "\xE2\x28\xA1"}) {
    EXPECT_EQ(decode_utf8(bad, 0).value, 0xFFFDu);
    EXPECT_EQ(decode_utf8(bad, 0).length, 1u);
    EXPECT_FALSE(is_valid_utf8(bad));
  }
}

TEST(Utf8, AReplacementCharacterInTheTextIsValid) {
  EXPECT_TRUE(is_valid_utf8("\xEF\xBF\xBD"));
}

TEST(Utf8, WhatIsNoCharacterIsWrittenAsTheReplacement) {
  std::string text;
  append_utf8(text, 0xD800);
  append_utf8(text, 0x110000);
  EXPECT_EQ(text, "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(Utf8, TurnsIntoUtf16WithSurrogates) {
  EXPECT_EQ(utf8_to_utf16be("A\xE0\xAE\xA4\xF0\x9D\x84\x9E"),
            std::string("\x00\x41\x0B\xA4\xD8\x34\xDD\x1E", 8));
}

TEST(Hash, IsSha256) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(content_id("abc"), "ba7816bf8f01");
}

}  // namespace
}  // namespace forme
