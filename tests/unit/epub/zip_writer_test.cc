#include "epub/zip_writer.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <ctime>

#include "read_zip.h"

namespace forme {
namespace {

const Date kDay{2016, 2, 24};

std::string zipped(const std::vector<ZipEntry>& entries, const Date& stamp = kDay) {
  Result<std::string> bytes = write_zip(entries, stamp);
  EXPECT_TRUE(bytes.ok()) << (bytes.ok() ? "" : bytes.failure().message);
  return bytes.ok() ? *bytes : std::string();
}

unsigned two_bytes(const std::string& bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<unsigned>(static_cast<unsigned char>(bytes[i]));
  };
  return byte(at) | (byte(at + 1) << 8u);
}

TEST(ZipWriter, GivesBackEveryEntryInOrder) {
  const std::string letters(5000, 'x');
  const auto entries = sample::unzip(zipped({{"mimetype", "application/epub+zip", true},
                                             {"b/two.txt", letters, false},
                                             {"a.txt", "", false}}));
  ASSERT_EQ(entries.size(), 3u);
  EXPECT_EQ(entries[0].name, "mimetype");
  EXPECT_TRUE(entries[0].stored);
  EXPECT_EQ(entries[1].name, "b/two.txt");
  EXPECT_EQ(entries[1].data, letters);
  EXPECT_FALSE(entries[1].stored);
  EXPECT_EQ(entries[2].data, "");
}

// OCF 3.3, 4.2.1: a reader finds the type at byte 38 and looks no further.
TEST(ZipWriter, PutsTheMimetypeWhereAReaderLooks) {
  const std::string bytes = zipped({{"mimetype", "application/epub+zip", true}});
  EXPECT_EQ(bytes.substr(0, 4), "PK\x03\x04");
  EXPECT_EQ(two_bytes(bytes, 8), 0u) << "compressed";
  EXPECT_EQ(two_bytes(bytes, 28), 0u) << "an extra field";
  EXPECT_EQ(bytes.substr(30, 28), "mimetypeapplication/epub+zip");
}

TEST(ZipWriter, GivesTheSameBytesInEveryTimeZone) {
  const std::vector<ZipEntry> entries{{"a", "one", false}, {"b", "two", true}};
  setenv("TZ", "Pacific/Kiritimati", 1);
  tzset();
  const std::string east = zipped(entries);
  setenv("TZ", "America/Los_Angeles", 1);
  tzset();
  EXPECT_EQ(zipped(entries), east);
  unsetenv("TZ");
  tzset();
}

TEST(ZipWriter, StampsEntriesWithTheDay) {
  const auto date_of = [](const Date& day) {
    return two_bytes(zipped({{"a", "", true}}, day), 12);
  };
  EXPECT_EQ(date_of({2016, 2, 24}), (36u << 9) | (2u << 5) | 24u);
  EXPECT_EQ(date_of({1926, 5, 4}), (1u << 5) | 1u) << "before ZIP's first day";
  EXPECT_EQ(date_of({2345, 6, 7}) >> 9, 127u) << "after ZIP's last year";
}

class UnsafeName : public testing::TestWithParam<const char*> {};

TEST_P(UnsafeName, IsRefused) {
  EXPECT_FALSE(write_zip({{GetParam(), "x", false}}, kDay).ok());
}
INSTANTIATE_TEST_SUITE_P(All, UnsafeName,
                         testing::Values("", "../evil.xhtml", "a/../../b", "/etc/x", "a//b", "a/",
                                         "./a", "a\\b", "c:a", "a\nb", ".."));

TEST(ZipWriter, RefusesNamesThatDifferInCaseAlone) {
  EXPECT_FALSE(write_zip({{"a/B.txt", "1", false}, {"A/b.TXT", "2", false}}, kDay).ok());
  EXPECT_TRUE(write_zip({{"a/B.txt", "1", false}, {"a/c.txt", "2", false}}, kDay).ok());
}

}  // namespace
}  // namespace forme
