#include "pdf/font_subset.h"

#include <hb-subset.h>
#include <hb.h>
#include <zlib.h>

#include <memory>

namespace forme {

namespace {

struct HbDeleter {
  void operator()(hb_subset_input_t* p) const { hb_subset_input_destroy(p); }
  void operator()(hb_subset_plan_t* p) const { hb_subset_plan_destroy(p); }
  void operator()(hb_face_t* p) const { hb_face_destroy(p); }
  void operator()(hb_blob_t* p) const { hb_blob_destroy(p); }
};
template <class T>
using HbPtr = std::unique_ptr<T, HbDeleter>;

// What a viewer that draws glyphs by number never reads.
constexpr const char* kDroppedTables[] = {"GSUB", "GPOS", "GDEF", "name", "post", "OS/2",
                                          "kern", "DSIG", "FFTM", "cmap", "STAT", "meta",
                                          "vhea", "vmtx", "VORG", "BASE", "MATH"};

Diagnostic cannot_subset(const Face& face, const char* why) {
  Diagnostic d;
  d.where.file = face.file();
  d.message = std::string("the font cannot be embedded: ") + why;
  d.hint = "install the font's package again";
  d.cause = Cause::Surroundings;
  return d;
}

std::string blob_bytes(const HbPtr<hb_blob_t>& blob) {
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob.get(), &size);
  return {data, size};
}

}  // namespace

Result<FontSubset> subset_font(const Face& face, const std::vector<std::uint32_t>& glyphs) {
  const HbPtr<hb_subset_input_t> input(hb_subset_input_create_or_fail());
  if (!input) return cannot_subset(face, "no memory");
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  for (const std::uint32_t g : glyphs) hb_set_add(wanted, g);
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const char* tag : kDroppedTables) hb_set_add(dropped, hb_tag_from_string(tag, 4));
  hb_subset_input_set_flags(input.get(),
                            HB_SUBSET_FLAGS_NOTDEF_OUTLINE | HB_SUBSET_FLAGS_NO_HINTING);

  hb_face_t* source = hb_font_get_face(face.hb_font());
  const HbPtr<hb_subset_plan_t> plan(hb_subset_plan_create_or_fail(source, input.get()));
  if (!plan) return cannot_subset(face, "its tables are damaged");
  const HbPtr<hb_face_t> small(hb_subset_plan_execute_or_fail(plan.get()));
  if (!small) return cannot_subset(face, "its tables are damaged");

  FontSubset subset;
  const hb_map_t* map = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  for (const std::uint32_t g : glyphs) {
    const hb_codepoint_t mapped = hb_map_get(map, g);
    subset.new_glyph.push_back(mapped == HB_MAP_VALUE_INVALID ? std::uint16_t{0}
                                                              : static_cast<std::uint16_t>(mapped));
  }
  const hb_tag_t cff = HB_TAG('C', 'F', 'F', ' ');
  subset.program =
      blob_bytes(HbPtr<hb_blob_t>(face.is_cff() ? hb_face_reference_table(small.get(), cff)
                                                : hb_face_reference_blob(small.get())));
  if (subset.program.empty()) return cannot_subset(face, "it has no outlines of a known kind");
  if (face.is_cff()) {
    const std::vector<std::uint16_t> cids = cff_cids(subset.program);
    if (cids.empty()) return cannot_subset(face, "its CFF table is damaged");
    for (std::uint16_t& g : subset.new_glyph) g = g < cids.size() ? cids[g] : std::uint16_t{0};
  }
  return subset;
}

std::string subset_tag(std::string_view program) {
  unsigned long sum =
      crc32(0, reinterpret_cast<const Bytef*>(program.data()), static_cast<uInt>(program.size()));
  std::string tag;
  for (int i = 0; i < 6; ++i, sum /= 26) tag += static_cast<char>('A' + sum % 26);
  return tag;
}

}  // namespace forme
