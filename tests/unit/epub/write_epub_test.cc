#include "epub/write_epub.h"

#include <gmock/gmock.h>
#include <libxml/parser.h>

#include <algorithm>
#include <map>
#include <set>

#include "epub/book_pictures.h"
#include "epub/font_subset.h"
#include "read_xml.h"
#include "read_zip.h"
#include "sample_issue.h"

namespace forme {
namespace {

using sample::ArticleBuilder;
using sample::find_all;
using sample::issue_of;
using sample::parsed;
using sample::place;
using sample::Unpacked;
using sample::value_of;

// Pictures from memory, all else from the disk.
class PictureFiles : public FileSystem {
 public:
  std::map<std::string, std::string> pictures;

  Kind kind(const std::string& path) const override { return disk_->kind(path); }
  bool is_link(const std::string& path) const override { return disk_->is_link(path); }
  Result<std::string> read(const std::string& path, std::uint64_t limit) const override {
    const auto found = pictures.find(path);
    return found != pictures.end() ? found->second : disk_->read(path, limit);
  }
  Result<std::string> canonical(const std::string& path) const override {
    return disk_->canonical(path);
  }
  Result<std::vector<std::string>> list(const std::string& folder) const override {
    return disk_->list(folder);
  }
  Status write(const std::string&, std::string_view) override { return refused(); }
  Status make_folders(const std::string&) override { return refused(); }
  Status remove_tree(const std::string&) override { return refused(); }
  Status link_or_copy(const std::string&, const std::string&) override { return refused(); }
  Status rename(const std::string&, const std::string&) override { return refused(); }
  Status exchange(const std::string&, const std::string&) override { return refused(); }
  Status sync_folder(const std::string&) override { return refused(); }
  Result<std::unique_ptr<Lock>> lock(const std::string&) override {
    return Status(refused()).failure();
  }

 private:
  static Diagnostic refused() {
    return {Severity::Error, {}, "an EPUB writes no files", {}, Cause::Surroundings};
  }
  std::unique_ptr<FileSystem> disk_ = make_disk_file_system();
};

Pixels pixels_of(int width, int height, PixelModel model = PixelModel::Rgb, bool alpha = false) {
  Pixels pixels;
  pixels.width = width;
  pixels.height = height;
  pixels.model = model;
  const std::size_t channels = model == PixelModel::Rgb ? 3 : model == PixelModel::Grey ? 1 : 4;
  const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  pixels.samples.resize(count * channels);
  std::uint32_t noise = 1;
  for (std::uint8_t& sample : pixels.samples) {
    noise = noise * 1664525u + 1013904223u;
    sample = static_cast<std::uint8_t>(noise >> 24);
  }
  if (alpha) pixels.alpha.assign(count, 128);
  return pixels;
}

Figure figure_of(const std::string& source, const std::string& alt) {
  Figure figure;
  figure.source = figure.declared = source;
  figure.alt = alt;
  return figure;
}

class WriteEpub : public testing::Test {
 protected:
  WriteEpub() {
    files_.pictures["pictures/gate.jpg"] = *encode_jpeg(pixels_of(60, 40), 85);
    files_.pictures["pictures/logo.png"] = *encode_png(pixels_of(20, 20, PixelModel::Rgb, true));
    ArticleBuilder rail("rail", "Rail crews stand firm");
    rail.paragraph("p1", "A word of Tamil, தமிழ், and & < > the rest1.",
                   {{SpanKind::Language, 17, 32, "ta"}, {SpanKind::NoteMark, 51, 52, "2"}});
    rail.article().footnotes = {rail.leaf(LeafRole::Footnote, "At the foot.")};
    rail.article().figures = {rail.block("f1", figure_of("pictures/gate.jpg", "A gate"))};
    ArticleBuilder film("con", "A film", "Arts");
    film.add(film.block("f2", figure_of("pictures/logo.png", "")));
    ArticleBuilder paper("paper-only", "Not in the package");
    paper.article().outputs = kPrint | kHandout;
    issue_ = issue_of({rail.article(), film.article(), paper.article()});
    map_.pages = 3;
    map_.places = {place(1, 0, 0, 0, 21), place(1, 1, 0, 0, 6), place(2, 0, 1, 10, 52)};
  }

  FaceId face(const char* family, int weight, bool italic) const {
    FaceRequest request;
    request.family = family;
    request.weight = weight;
    request.italic = italic;
    const Result<FaceId> found = fonts_->find(request);
    return found.ok() ? *found : FaceId{0};
  }

  std::string written() {
    const EpubInput input{issue_,
                          map_,
                          *fonts_,
                          face("text", 400, false),
                          face("text", 400, true),
                          face("text", 700, false),
                          face("headline", 800, false),
                          face("sans", 400, false),
                          pixels_of(289, 380),
                          {},
                          files_};
    Diagnostics diagnostics;
    Result<std::string> bytes = write_epub(input, diagnostics);
    EXPECT_TRUE(bytes.ok()) << (bytes.ok() ? "" : bytes.failure().message);
    EXPECT_TRUE(diagnostics.all().empty());
    return bytes.ok() ? *bytes : std::string();
  }

  PictureFiles files_;
  Result<FontLibrary> fonts_ =
      FontLibrary::open(files_, std::string(FORME_SOURCE_DIR) + "/fonts/fonts.xml", "noto");
  Issue issue_;
  PageMap map_;
};

const Unpacked* entry(const std::vector<Unpacked>& entries, std::string_view name) {
  for (const Unpacked& candidate : entries) {
    if (candidate.name == name) return &candidate;
  }
  ADD_FAILURE() << "no " << name;
  return nullptr;
}

bool is_markup(const std::string& name) {
  return name.ends_with(".xhtml") || name.ends_with(".opf") || name.ends_with(".ncx") ||
         name.ends_with(".xml");
}

// EPUBCheck says nothing of a deflated mimetype.
TEST_F(WriteEpub, TheMimetypeComesFirstAndIsStored) {
  const auto entries = sample::unzip(written());
  EXPECT_EQ(entries.at(0).name, "mimetype");
  EXPECT_EQ(entries.at(0).data, "application/epub+zip");
  EXPECT_TRUE(entries.at(0).stored);
  EXPECT_EQ(entries.back().name, "EPUB/text/imprint.xhtml")
      << "what differs between copies is last";
}

TEST_F(WriteEpub, TheSameIssueGivesTheSameBytes) {
  EXPECT_EQ(written(), written());
}

TEST_F(WriteEpub, EveryDocumentIsWellFormedForAReaderThatIsNotOurs) {
  for (const Unpacked& file : sample::unzip(written())) {
    if (!is_markup(file.name)) continue;
    xmlDocPtr document =
        xmlReadMemory(file.data.data(), static_cast<int>(file.data.size()), file.name.c_str(),
                      nullptr, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    EXPECT_NE(document, nullptr) << file.name;
    xmlFreeDoc(document);
  }
}

TEST_F(WriteEpub, TheManifestListsTheFilesNeitherMoreNorFewer) {
  const auto entries = sample::unzip(written());
  const XmlElement package = parsed(entry(entries, "EPUB/package.opf")->data);
  std::set<std::string> listed{"mimetype", "META-INF/container.xml", "EPUB/package.opf"}, packed;
  for (const XmlElement* item : find_all(package, "item")) {
    EXPECT_TRUE(listed.insert("EPUB/" + value_of(*item, "href")).second);
  }
  for (const Unpacked& file : entries) packed.insert(file.name);
  EXPECT_EQ(listed, packed);
}

// What EPUBCheck lets through and a screen reader does not.
TEST_F(WriteEpub, EveryPictureOfEveryPageHasAnAlt) {
  int pictures = 0;
  for (const Unpacked& file : sample::unzip(written())) {
    if (!file.name.ends_with(".xhtml")) continue;
    const XmlElement root = parsed(file.data);
    for (const XmlElement* image : find_all(root, "img")) {
      EXPECT_NE(image->attribute("alt"), nullptr) << file.name;
      ++pictures;
    }
  }
  EXPECT_EQ(pictures, 3);
}

TEST_F(WriteEpub, EveryTypeHasItsRole) {
  // EPUB type to DPUB-ARIA role, as the EPUB working group's table pairs them.
  const std::map<std::string, std::string> pairs{
      {"pagebreak", "doc-pagebreak"}, {"noteref", "doc-noteref"}, {"footnote", "doc-footnote"},
      {"backlink", "doc-backlink"},   {"toc", "doc-toc"},         {"page-list", "doc-pagelist"},
      {"part", "doc-part"},           {"errata", "doc-errata"},   {"pullquote", "doc-pullquote"}};
  int typed = 0;
  for (const Unpacked& file : sample::unzip(written())) {
    if (!file.name.ends_with(".xhtml")) continue;
    const XmlElement root = parsed(file.data);
    for (const XmlElement* element : find_all(root, "*")) {
      if (element->name == "a" && value_of(*element, "epub:type") == "toc") continue;  // a landmark
      const auto pair = pairs.find(value_of(*element, "epub:type"));
      if (pair == pairs.end()) continue;
      EXPECT_EQ(value_of(*element, "role"), pair->second) << file.name;
      ++typed;
    }
  }
  EXPECT_GT(typed, 8);
}

TEST_F(WriteEpub, EveryInnerLinkArrives) {
  const auto entries = sample::unzip(written());
  std::set<std::string> places;
  for (const Unpacked& file : entries) {
    places.insert(file.name);
    if (!file.name.ends_with(".xhtml")) continue;
    const XmlElement root = parsed(file.data);
    for (const XmlElement* element : find_all(root, "*")) {
      if (element->attribute("id") != nullptr) {
        places.insert(file.name + "#" + value_of(*element, "id"));
      }
    }
  }
  int inner = 0;
  for (const Unpacked& file : entries) {
    if (!file.name.ends_with(".xhtml")) continue;
    const XmlElement root = parsed(file.data);
    for (const XmlElement* link : find_all(root, "a")) {
      const std::string href = value_of(*link, "href");
      if (href.find(':') != std::string::npos) continue;
      const std::string folder = file.name.substr(0, file.name.rfind('/') + 1);
      const std::string target = href.front() == '#' ? file.name + href : folder + href;
      EXPECT_EQ(places.count(target), 1u) << file.name << " -> " << href;
      ++inner;
    }
  }
  EXPECT_GT(inner, 12);
}

TEST_F(WriteEpub, AnArticleKeptFromTheEpubIsNowhereInIt) {
  for (const Unpacked& file : sample::unzip(written())) {
    EXPECT_EQ(file.name.find("paper-only"), std::string::npos);
    EXPECT_EQ(file.data.find("Not in the package"), std::string::npos) << file.name;
  }
}

TEST_F(WriteEpub, FontsAreCutDownToWhatTheIssueSays) {
  const auto entries = sample::unzip(written());
  const Face& text = fonts_->face(face("text", 400, false));
  int fonts = 0;
  for (const Unpacked& file : entries) {
    if (!file.name.starts_with("EPUB/fonts/")) continue;
    ++fonts;
    EXPECT_LT(file.data.size(), text.bytes().size() / 3) << file.name;
  }
  EXPECT_EQ(fonts, 6) << "five faces, and one for Tamil";
}

TEST_F(WriteEpub, ASubsetNamesItsLicence) {
  const Face& text = fonts_->face(face("text", 400, false));
  const Result<std::string> subset = subset_face(text, {U'a', U'b'});
  ASSERT_TRUE(subset.ok());
  std::string utf16;  // as the name table writes it
  for (const char c : std::string("SIL Open Font License")) utf16 += std::string("\0", 1) + c;
  EXPECT_NE(subset->find(utf16), std::string::npos);
}

TEST_F(WriteEpub, APictureThatCannotBeReadIsReportedByItsPlace) {
  files_.pictures["pictures/gate.jpg"] = "not a picture";
  issue_.articles[0].figures[0].where = {"rail.xml", 7, 3};
  const EpubInput input{issue_, map_, *fonts_, 0, 0, 0, 0, 0, pixels_of(10, 10), {}, files_};
  Diagnostics diagnostics;
  EXPECT_FALSE(write_epub(input, diagnostics).ok());
  ASSERT_EQ(diagnostics.all().size(), 1u);
  EXPECT_EQ(diagnostics.all()[0].where, (Location{"rail.xml", 7, 3}));
}

TEST(BookPicture, ASmallPictureKeepsItsBytes) {
  const std::string jpeg = *encode_jpeg(pixels_of(60, 40), 85);
  const Result<BookPicture> picture = prepare_book_picture(jpeg, "../Gate 1.JPG", {});
  ASSERT_TRUE(picture.ok());
  EXPECT_EQ(picture->data, jpeg);
  EXPECT_THAT(picture->file, testing::MatchesRegex("pictures/gate-1-[0-9a-f]{12}\\.jpg"));
}

TEST(BookPicture, NoPictureIsLargerThanAReaderCanHold) {
  const std::string large = *encode_jpeg(pixels_of(2600, 2000), 95);  // noise: 5.2 MP
  ASSERT_GT(large.size(), kMostPictureBytes);
  const Result<BookPicture> picture = prepare_book_picture(large, "large.jpg", {});
  ASSERT_TRUE(picture.ok());
  EXPECT_LE(picture->data.size(), kMostPictureBytes);
  const Result<PictureInfo> info = probe_picture(picture->data, "large.jpg");
  ASSERT_TRUE(info.ok());
  EXPECT_LE(info->width * info->height, kMostPixels);
  EXPECT_NEAR(static_cast<double>(info->width) / info->height, 1.3, 0.01);
}

TEST(BookPicture, AlphaStaysAPng) {
  const std::string png = *encode_png(pixels_of(800, 700, PixelModel::Rgb, true));
  const Result<BookPicture> picture = prepare_book_picture(png, "logo.png", {});
  ASSERT_TRUE(picture.ok());
  EXPECT_EQ(picture->media_type, "image/png");
  EXPECT_LE(picture->data.size(), kMostPictureBytes);
}

}  // namespace
}  // namespace forme
