#pragma once

#include <gtest/gtest.h>
#include <hb.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "display/display_list.h"
#include "display/structure.h"
#include "font/open_type_face.h"
#include "pdf/pdf_writer.h"

namespace forme {

inline std::string slurp(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// A few real faces by number, and text shaped with them.
class Faces {
 public:
  enum : FaceId { kSerif, kSans, kTamil, kArabic, kUrdu, kCff };

  Faces() {
    const std::string noto = "/usr/share/fonts/truetype/noto/";
    load(noto + "NotoSerif-Condensed.ttf");
    load(noto + "NotoSans-CondensedBold.ttf");
    load(noto + "NotoSansTamil-Regular.ttf");
    load(noto + "NotoNaskhArabic-Regular.ttf");
    load(noto + "NotoNastaliqUrdu-Regular.ttf");
    load("/usr/share/fonts/opentype/urw-base35/C059-Roman.otf");
  }
  const Face& face(FaceId id) const { return *faces_[id]; }

  // One run; `features` as HarfBuzz writes them, "smcp liga=0".
  GlyphRun shape(FaceId id, std::string text, Length size, const std::string& features = {},
                 bool right_to_left = false, Length tracking = {}) const {
    GlyphRun run;
    run.face = id;
    run.size = size;
    run.colour = "black";
    run.right_to_left = right_to_left;
    run.text = std::move(text);
    run.text_last = static_cast<std::uint32_t>(run.text.size());
    const std::unique_ptr<hb_buffer_t, decltype(&hb_buffer_destroy)> buffer(hb_buffer_create(),
                                                                            &hb_buffer_destroy);
    hb_buffer_add_utf8(buffer.get(), run.text.data(), static_cast<int>(run.text.size()), 0, -1);
    hb_buffer_guess_segment_properties(buffer.get());
    if (right_to_left) hb_buffer_set_direction(buffer.get(), HB_DIRECTION_RTL);
    std::vector<hb_feature_t> on;
    std::istringstream words(features);
    for (std::string word; words >> word;) {
      hb_feature_t f{};
      if (hb_feature_from_string(word.c_str(), -1, &f)) on.push_back(f);
    }
    hb_shape(face(id).hb_font(), buffer.get(), on.data(), static_cast<unsigned>(on.size()));
    unsigned count = 0;
    const auto* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const auto* places = hb_buffer_get_glyph_positions(buffer.get(), &count);
    const double scale = size.pt() / face(id).units_per_em();
    for (unsigned i = 0; i < count; ++i) {
      run.glyphs.push_back({infos[i].codepoint,
                            Length::from_pt(places[i].x_advance * scale) + tracking,
                            Length::from_pt(places[i].x_offset * scale),
                            Length::from_pt(places[i].y_offset * scale), infos[i].cluster});
    }
    return run;
  }

 private:
  void load(const std::string& path) {
    auto face = open_face(std::filesystem::path(path).filename().string(), slurp(path));
    if (!face) throw std::runtime_error(path);
    faces_.push_back(*std::move(face));
  }
  std::vector<std::unique_ptr<const Face>> faces_;
};

inline Palette test_palette() {
  Palette p;
  p["black"] = {};
  p["red"] = {0, 1, 0.9, 0.1, 0.784, 0.063, 0.118};
  p["white"] = {0, 0, 0, 0, 1, 1, 1};
  p["tint"] = {0, 0, 0, 0.08, 0.925, 0.925, 0.925};
  return p;
}

class PdfTest : public testing::Test {
 protected:
  PdfTest() {
    document_.pages.resize(1);
    page().folio = 1;
    page().trim = {Length::from_pt(400), Length::from_pt(300)};
    page().bleed = Length::from_mm(3);
    settings_.title = "The Courier 890";
    settings_.language = "en-GB";
    settings_.creation_date = "D:20160224000000Z";
    document_.structure.add(0, Node{});
    folder_ =
        std::filesystem::temp_directory_path() /
        ("forme-pdf-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()) +
         "-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
  }
  ~PdfTest() override { std::filesystem::remove_all(folder_); }

  DisplayPage& page() { return document_.pages.front(); }
  static const Faces& faces() {
    static const Faces kFaces;
    return kFaces;
  }

  NodeId add_node(NodeRole role, NodeId parent = 0, std::string alt = {}) {
    Node node;
    node.role = role;
    node.alt = std::move(alt);
    node.text.leaf = role == NodeRole::Paragraph ? 0 : kNoLeaf;
    return document_.structure.add(parent, node);
  }
  // Sets a run on the page and gives where its pen ends.
  Length put(GlyphRun run, Length x, Length y, NodeId node = kArtifact, std::uint32_t first = 0) {
    Length end = x;
    for (const Glyph& g : run.glyphs) end += g.advance;
    GlyphItem item;
    item.node = node;
    item.text.leaf = node == kArtifact ? kNoLeaf : 0;
    item.text.first = first;
    item.text.last = first + static_cast<std::uint32_t>(run.text.size());
    item.origin = {x, y};
    item.run = std::move(run);
    page().items.push_back(item);
    return end;
  }

  std::string write() {
    const auto provide = [&](const PictureItem& item) -> Result<PreparedPicture> {
      asked_.push_back(item.source);
      return picture_;
    };
    auto pdf = write_pdf_with(
        document_, settings_, [](FaceId id) -> const Face& { return faces().face(id); },
        test_palette(), provide);
    EXPECT_TRUE(pdf.ok()) << (pdf.ok() ? "" : pdf.failure().message);
    return pdf ? *pdf : std::string();
  }
  // Output of a program that is given the written PDF: "{}" in the command stands for its path.
  std::string run(std::string command) {
    const std::string path = (folder_ / "test.pdf").string();
    std::ofstream(path, std::ios::binary) << write();
    return run_on(path, std::move(command));
  }
  static std::string run_on(const std::string& path, std::string command) {
    command.replace(command.find("{}"), 2, path);
    std::string out;
    FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    char buffer[4096];
    while (const std::size_t n = std::fread(buffer, 1, sizeof buffer, pipe)) out.append(buffer, n);
    out += "exit " + std::to_string(WEXITSTATUS(::pclose(pipe)));
    return out;
  }
  std::string text() { return run("pdftotext -raw -enc UTF-8 {} -"); }
  std::string content() { return run("qpdf --qdf --object-streams=disable {} -"); }

  PdfDocument document_;
  PdfSettings settings_;
  PreparedPicture picture_;
  std::vector<std::string> asked_;
  std::filesystem::path folder_;
};

}  // namespace forme
