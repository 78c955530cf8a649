#include "pdf/font_writer.h"

#include <fmt/format.h>
#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <vector>

#include "base/utf8.h"
#include "pdf/font_subset.h"
#include "pdf/pdf_number.h"

namespace forme {

namespace {

constexpr std::size_t kEntriesPerBlock = 100;  // the most that a CMap block may hold

constexpr const char* kCodeCMap = "Forme-Code-H";
constexpr const char* kCMapHead =
    "/CIDInit /ProcSet findresource begin\n"
    "12 dict begin\n"
    "begincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering ({}) /Supplement 0 >> def\n"
    "/CMapName /{} def\n"
    "/CMapType {} def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
constexpr const char* kCMapFoot =
    "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";

std::string cmap_blocks(const char* kind, const std::vector<std::string>& entries) {
  std::string out;
  for (std::size_t at = 0; at < entries.size(); at += kEntriesPerBlock) {
    const std::size_t end = std::min(entries.size(), at + kEntriesPerBlock);
    out += fmt::format("{} begin{}\n", end - at, kind);
    for (std::size_t i = at; i < end; ++i) out += entries[i];
    out += fmt::format("end{}\n", kind);
  }
  return out;
}

std::string to_unicode(const FontCodes& codes) {
  std::vector<std::string> entries;
  for (const FontCodes::Slot& slot : codes.slots()) {
    if (slot.text.empty()) continue;
    std::string entry = "<";
    append_hex16(entry, slot.code);
    entry += "> <";
    append_hex(entry, utf8_to_utf16be(slot.text));
    entry += ">\n";
    entries.push_back(std::move(entry));
  }
  std::sort(entries.begin(), entries.end());  // hexadecimal digits sort as the codes do
  return fmt::format(kCMapHead, "UCS", "Adobe-Identity-UCS", 2) + cmap_blocks("bfchar", entries) +
         kCMapFoot;
}

// By code: the glyph in the font that is embedded.
using CodeMap = std::map<std::uint16_t, std::uint16_t>;

std::string code_to_cid(const CodeMap& cids) {
  std::vector<std::string> entries;
  for (const auto& [code, cid] : cids) {
    std::string entry = "<";
    append_hex16(entry, code);
    entries.push_back(entry + fmt::format("> {}\n", cid));
  }
  return fmt::format(kCMapHead, "Identity", kCodeCMap, 1) + cmap_blocks("cidchar", entries) +
         kCMapFoot;
}

// "/W [0 [500 512.3] 7 [600]]": runs of CIDs that follow one another.
std::string widths(const std::map<unsigned, TextUnits>& by_cid) {
  std::string out = "/W [";
  unsigned expected = 0;
  bool open = false;
  for (const auto& [cid, width] : by_cid) {
    if (!open || cid != expected) {
      out += open ? "] " : "";
      append_integer(out, cid);
      out += " [";
      open = true;
    } else {
      out += ' ';
    }
    append_scaled(out, width, 2);
    expected = cid + 1;
  }
  return out + "]]\n";
}

std::string plain_name(const std::string& postscript_name) {
  std::string out;
  for (const char c : postscript_name) {
    const bool keep = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                      c == '-' || c == '_' || c == '.';
    if (keep) out += c;
  }
  return out.empty() ? "Unnamed" : out.substr(0, 100);
}

// xMin, yMin, xMax, yMax of the head table, in 1/1000 em.
std::array<int, 4> bounding_box(const Face& face) {
  const std::unique_ptr<hb_blob_t, decltype(&hb_blob_destroy)> head(
      hb_face_reference_table(hb_font_get_face(face.hb_font()), HB_TAG('h', 'e', 'a', 'd')),
      &hb_blob_destroy);
  unsigned size = 0;
  const auto* data = reinterpret_cast<const unsigned char*>(hb_blob_get_data(head.get(), &size));
  std::array<int, 4> box{0, -250, 1000, 1000};
  for (std::size_t i = 0; i < 4 && size >= 44; ++i) {
    const auto value = static_cast<std::int16_t>(data[36 + 2 * i] << 8 | data[37 + 2 * i]);
    box[i] = static_cast<int>(std::lround(value * 1000.0 / face.units_per_em()));
  }
  return box;
}

PdfDict system_info(HaruDocument& pdf) {
  PdfDict info = pdf.dict();
  pdf.text(info, "Registry", "Adobe");
  pdf.text(info, "Ordering", "Identity");
  pdf.number(info, "Supplement", 0);
  return info;
}

PdfDict descriptor(HaruDocument& pdf, const Face& face, const std::string& name, PdfDict program) {
  constexpr int kSymbolic = 4;  // glyphs are named by number alone
  const auto scaled = [&](int v) {
    return static_cast<int>(std::lround(v * 1000.0 / face.units_per_em()));
  };
  const float weight = hb_style_get_value(face.hb_font(), HB_STYLE_TAG_WEIGHT);
  const float slant = hb_style_get_value(face.hb_font(), HB_STYLE_TAG_SLANT_ANGLE);
  PdfDict d = pdf.indirect_dict();
  pdf.name(d, "Type", "FontDescriptor");
  pdf.name(d, "FontName", name.c_str());
  pdf.number(d, "Flags", kSymbolic);
  PdfArray box = pdf.array();
  for (const int edge : bounding_box(face)) pdf.add_number(box, edge);
  pdf.put(d, "FontBBox", box);
  pdf.number(d, "ItalicAngle", static_cast<int>(std::lround(slant)));
  pdf.number(d, "Ascent", scaled(face.ascender()));
  pdf.number(d, "Descent", scaled(face.descender()));
  pdf.number(d, "CapHeight", scaled(face.cap_height()));
  // Nobody draws with StemV; the usual estimate from the weight class.
  pdf.number(d, "StemV", static_cast<int>(50 + std::lround(weight * weight / 4225)));
  pdf.put(d, face.is_cff() ? "FontFile3" : "FontFile2", program);
  return d;
}

void write_encoding(HaruDocument& pdf, PdfDict type0, const CodeMap& cids) {
  PdfDict cmap = pdf.stream(code_to_cid(cids));
  pdf.name(cmap, "Type", "CMap");
  pdf.name(cmap, "CMapName", kCodeCMap);
  pdf.number(cmap, "WMode", 0);
  pdf.put(cmap, "CIDSystemInfo", system_info(pdf));
  pdf.put(type0, "Encoding", cmap);
}

PdfDict glyph_map(HaruDocument& pdf, const CodeMap& glyphs) {
  std::string bytes(2 * (static_cast<std::size_t>(glyphs.rbegin()->first) + 1), '\0');
  for (const auto& [code, glyph] : glyphs) {
    bytes[2 * std::size_t{code}] = static_cast<char>(glyph >> 8);
    bytes[2 * std::size_t{code} + 1] = static_cast<char>(glyph & 0xFF);
  }
  return pdf.stream(bytes);
}

}  // namespace

Status write_font(HaruDocument& pdf, const FontCodes& codes) {
  const Face& face = codes.face();
  std::vector<std::uint32_t> glyphs;
  for (const FontCodes::Slot& slot : codes.slots()) glyphs.push_back(slot.glyph);
  const Result<FontSubset> subset = subset_font(face, glyphs);
  if (!subset) return subset.failure();
  const std::string name = subset_tag(subset->program) + "+" + plain_name(face.postscript_name());

  PdfDict program = pdf.stream(subset->program);
  if (face.is_cff()) {
    pdf.name(program, "Subtype", "CIDFontType0C");
  } else {
    pdf.number(program, "Length1", static_cast<int>(subset->program.size()));
  }
  std::map<unsigned, TextUnits> by_cid;
  CodeMap by_code;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const FontCodes::Slot& slot = codes.slots()[i];
    by_code[slot.code] = subset->new_glyph[i];
    by_cid[face.is_cff() ? subset->new_glyph[i] : slot.code] = slot.width;
  }

  PdfDict cid_font = pdf.indirect_dict();
  pdf.name(cid_font, "Type", "Font");
  pdf.name(cid_font, "Subtype", face.is_cff() ? "CIDFontType0" : "CIDFontType2");
  pdf.name(cid_font, "BaseFont", name.c_str());
  pdf.put(cid_font, "CIDSystemInfo", system_info(pdf));
  pdf.put(cid_font, "FontDescriptor", descriptor(pdf, face, name, program));
  pdf.raw(cid_font, widths(by_cid));
  if (!face.is_cff()) pdf.put(cid_font, "CIDToGIDMap", glyph_map(pdf, by_code));

  PdfDict type0 = codes.type0();
  pdf.name(type0, "Type", "Font");
  pdf.name(type0, "Subtype", "Type0");
  const std::string base = face.is_cff() ? name + "-" + kCodeCMap : name;
  pdf.name(type0, "BaseFont", base.c_str());
  if (face.is_cff()) {
    write_encoding(pdf, type0, by_code);
  } else {
    pdf.name(type0, "Encoding", "Identity-H");
  }
  PdfArray descendants = pdf.array();
  pdf.add(descendants, cid_font);
  pdf.put(type0, "DescendantFonts", descendants);
  pdf.put(type0, "ToUnicode", pdf.stream(to_unicode(codes)));
  return Done{};
}

}  // namespace forme
