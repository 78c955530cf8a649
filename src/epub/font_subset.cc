#include "epub/font_subset.h"

#include <fmt/format.h>
#include <hb-subset.h>

#include <memory>

#include "base/utf8.h"

namespace forme {

namespace {

template <auto destroy>
struct Destroy {
  template <class T>
  void operator()(T* object) const {
    destroy(object);
  }
};
using Blob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using SubsetInput = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>>;

Diagnostic failed(const Face& face) {
  return {Severity::Error,
          {},
          fmt::format("cannot make a subset of {}", face.file()),
          {},
          Cause::Surroundings};
}

}  // namespace

Result<std::string> subset_face(const Face& face, const std::set<char32_t>& characters) {
  // Records of the name table (OpenType, "Name IDs") that the licence asks to be kept.
  constexpr hb_codepoint_t kLicenceText = 13, kLicenceUrl = 14;
  const std::string_view bytes = face.bytes();
  const Blob source(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()),
                                   HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  const HbFace whole(hb_face_create(source.get(), 0));
  const SubsetInput input(hb_subset_input_create_or_fail());
  if (!input) return failed(face);
  hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
  for (const char32_t c : characters) hb_set_add(wanted, c);
  hb_set_t* names = hb_subset_input_set(input.get(), HB_SUBSET_SETS_NAME_ID);
  hb_set_add(names, kLicenceText);
  hb_set_add(names, kLicenceUrl);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
  const HbFace part(hb_subset_or_fail(whole.get(), input.get()));
  if (!part) return failed(face);
  const Blob result(hb_face_reference_blob(part.get()));
  unsigned length = 0;
  const char* data = hb_blob_get_data(result.get(), &length);
  if (data == nullptr || length == 0) return failed(face);
  return std::string(data, length);
}

void collect_characters(std::string_view utf8, std::set<char32_t>& into) {
  for (std::size_t at = 0; at < utf8.size();) {
    const DecodedChar c = decode_utf8(utf8, at);
    at += c.length;
    if (c.value >= 0x20) into.insert(c.value);
  }
}

}  // namespace forme
