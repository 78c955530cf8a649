#include "pdf/haru_document.h"

#include <fmt/format.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include <algorithm>
#include <deque>
#include <type_traits>

#include "base/utf8.h"

namespace forme {

namespace {

using DocPtr = std::unique_ptr<std::remove_pointer_t<HPDF_Doc>, decltype(&HPDF_Free)>;

struct Failure {
  HPDF_STATUS error = HPDF_OK, detail = HPDF_OK;
};

// libharu is C: the handler only records.
void record_failure(HPDF_STATUS error, HPDF_STATUS detail, void* user) noexcept {
  auto* failure = static_cast<Failure*>(user);
  if (failure->error == HPDF_OK) *failure = {error, detail};
}

HPDF_Dict as_dict(PdfDict d) {
  return static_cast<HPDF_Dict>(d.raw);
}
HPDF_Array as_array(PdfArray a) {
  return static_cast<HPDF_Array>(a.raw);
}

HPDF_STATUS write_raw_lines(HPDF_Dict dict, HPDF_Stream stream) {
  const auto* lines = static_cast<const std::string*>(dict->attr);
  return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(lines->data()),
                           static_cast<HPDF_UINT>(lines->size()));
}

bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

}  // namespace

struct HaruDocument::State {
  Failure failure;
  DocPtr doc{nullptr, &HPDF_Free};
  std::deque<std::string> raw_lines;

  void check(HPDF_STATUS status, const char* what) const {
    if (status == HPDF_OK && failure.error == HPDF_OK) return;
    throw HaruError(fmt::format("libharu: {}: {:#06x} ({:#x})", what,
                                status != HPDF_OK ? status : failure.error, failure.detail));
  }
  template <class T>
  T need(T object, const char* what) const {
    if (!object) check(failure.error != HPDF_OK ? failure.error : HPDF_FAILD_TO_ALLOC_MEM, what);
    return object;
  }
  HPDF_Dict new_dict() const { return need(HPDF_Dict_New(doc->mmgr), "dictionary"); }
  HPDF_Array new_array() const { return need(HPDF_Array_New(doc->mmgr), "array"); }
  void* new_bytes(std::string_view value) const {
    if (value.size() > HPDF_LIMIT_MAX_STRING_LEN) throw HaruError("libharu: string too long");
    auto* data = reinterpret_cast<HPDF_BYTE*>(const_cast<char*>(value.data()));  // only read
    return need(HPDF_Binary_New(doc->mmgr, data, static_cast<HPDF_UINT>(value.size())), "bytes");
  }
  void* new_text(std::string_view utf8) const {
    if (!is_printable_ascii(utf8)) return new_bytes("\xFE\xFF" + utf8_to_utf16be(utf8));
    const std::string ended(utf8);
    return need(HPDF_String_New(doc->mmgr, ended.c_str(), nullptr), "string");
  }
  HPDF_Dict new_stream(std::string_view data, HPDF_UINT filter) const {
    HPDF_Dict dict = need(HPDF_DictStream_New(doc->mmgr, doc->xref), "stream");
    dict->filter = filter;
    write(dict->stream, data);
    return dict;
  }
  void write(HPDF_Stream stream, std::string_view data) const {
    check(HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(data.data()),
                            static_cast<HPDF_UINT>(data.size())),
          "stream");
  }
};

HaruDocument::HaruDocument() : state_(std::make_unique<State>()) {
  state_->doc.reset(HPDF_New(&record_failure, &state_->failure));
  if (!state_->doc) throw HaruError("libharu: no document");
  state_->check(HPDF_SetCompressionMode(state_->doc.get(), HPDF_COMP_ALL), "compression");
}
HaruDocument::~HaruDocument() = default;

PdfDict HaruDocument::catalog() {
  return {state_->doc->catalog};
}
PdfDict HaruDocument::trailer() {
  return {state_->doc->trailer};
}
PdfDict HaruDocument::info() {
  return {state_->need(state_->doc->info, "Info")};
}

PdfDict HaruDocument::dict() {
  return {state_->new_dict()};
}

PdfDict HaruDocument::indirect_dict() {
  HPDF_Dict dict = state_->new_dict();
  state_->check(HPDF_Xref_Add(state_->doc->xref, dict), "cross-reference");
  return {dict};
}

PdfArray HaruDocument::array() {
  return {state_->new_array()};
}

PdfArray HaruDocument::indirect_array() {
  HPDF_Array array = state_->new_array();
  state_->check(HPDF_Xref_Add(state_->doc->xref, array), "cross-reference");
  return {array};
}

PdfDict HaruDocument::stream(std::string_view data) {
  return {state_->new_stream(data, HPDF_STREAM_FILTER_FLATE_DECODE)};
}

PdfDict HaruDocument::plain_stream(std::string_view data) {
  return {state_->new_stream(data, HPDF_STREAM_FILTER_NONE)};
}

PdfDict HaruDocument::add_page(double width, double height) {
  PdfDict page{state_->need(HPDF_AddPage(state_->doc.get()), "page")};
  box(page, "MediaBox", 0, 0, width, height);
  return page;
}

PdfDict HaruDocument::resources(PdfDict page) {
  return {state_->need(HPDF_Page_GetInheritableItem(as_dict(page), "Resources", HPDF_OCLASS_DICT),
                       "Resources")};
}

void HaruDocument::write_content(PdfDict page, std::string_view operators) {
  state_->write(static_cast<HPDF_PageAttr>(as_dict(page)->attr)->stream, operators);
}

void HaruDocument::put(PdfDict dict, const char* key, PdfDict value) {
  state_->check(HPDF_Dict_Add(as_dict(dict), key, value.raw), key);
}
void HaruDocument::put(PdfDict dict, const char* key, PdfArray value) {
  state_->check(HPDF_Dict_Add(as_dict(dict), key, value.raw), key);
}
void HaruDocument::name(PdfDict dict, const char* key, const char* value) {
  state_->check(HPDF_Dict_AddName(as_dict(dict), key, value), key);
}
void HaruDocument::number(PdfDict dict, const char* key, int value) {
  state_->check(HPDF_Dict_AddNumber(as_dict(dict), key, value), key);
}
void HaruDocument::boolean(PdfDict dict, const char* key, bool value) {
  state_->check(HPDF_Dict_AddBoolean(as_dict(dict), key, value ? HPDF_TRUE : HPDF_FALSE), key);
}
void HaruDocument::text(PdfDict dict, const char* key, std::string_view utf8) {
  state_->check(HPDF_Dict_Add(as_dict(dict), key, state_->new_text(utf8)), key);
}
void HaruDocument::bytes(PdfDict dict, const char* key, std::string_view value) {
  state_->check(HPDF_Dict_Add(as_dict(dict), key, state_->new_bytes(value)), key);
}

void HaruDocument::box(PdfDict dict, const char* key, double x0, double y0, double x1, double y1) {
  const HPDF_Box edges{static_cast<HPDF_REAL>(x0), static_cast<HPDF_REAL>(y0),
                       static_cast<HPDF_REAL>(x1), static_cast<HPDF_REAL>(y1)};
  HPDF_Array array = state_->need(HPDF_Box_Array_New(state_->doc->mmgr, edges), key);
  state_->check(HPDF_Dict_Add(as_dict(dict), key, array), key);
}

void HaruDocument::raw(PdfDict dict, std::string lines) {
  HPDF_Dict raw = as_dict(dict);
  if (raw->write_fn == &write_raw_lines) {
    *static_cast<std::string*>(raw->attr) += lines;
    return;
  }
  if (raw->write_fn || raw->attr) throw HaruError("libharu: dictionary writes itself");
  raw->attr = &state_->raw_lines.emplace_back(std::move(lines));
  raw->write_fn = &write_raw_lines;
}

void HaruDocument::add(PdfArray array, PdfDict value) {
  state_->check(HPDF_Array_Add(as_array(array), value.raw), "array");
}
void HaruDocument::add(PdfArray array, PdfArray value) {
  state_->check(HPDF_Array_Add(as_array(array), value.raw), "array");
}
void HaruDocument::add_number(PdfArray array, int value) {
  state_->check(HPDF_Array_AddNumber(as_array(array), value), "array");
}
void HaruDocument::add_name(PdfArray array, const char* value) {
  state_->check(HPDF_Array_AddName(as_array(array), value), "array");
}
void HaruDocument::add_text(PdfArray array, std::string_view utf8) {
  state_->check(HPDF_Array_Add(as_array(array), state_->new_text(utf8)), "array");
}
void HaruDocument::add_bytes(PdfArray array, std::string_view value) {
  state_->check(HPDF_Array_Add(as_array(array), state_->new_bytes(value)), "array");
}
void HaruDocument::add_null(PdfArray array) {
  state_->check(
      HPDF_Array_Add(as_array(array), state_->need(HPDF_Null_New(state_->doc->mmgr), "null")),
      "array");
}

std::string HaruDocument::reference(PdfDict indirect) {
  return fmt::format("{} 0 R", as_dict(indirect)->header.obj_id & 0x00FFFFFF);
}

std::string HaruDocument::reference(PdfArray indirect) {
  return fmt::format("{} 0 R", as_array(indirect)->header.obj_id & 0x00FFFFFF);
}

std::string HaruDocument::save(int minor) {
  HPDF_Doc doc = state_->doc.get();
  doc->pdf_version = minor >= 7 ? HPDF_VER_17 : minor == 6 ? HPDF_VER_16 : HPDF_VER_14;
  state_->check(HPDF_SaveToStream(doc), "save");
  HPDF_UINT32 size = HPDF_GetStreamSize(doc);
  std::string file(size, '\0');
  state_->check(HPDF_ResetStream(doc), "save");
  const HPDF_STATUS status =
      HPDF_ReadFromStream(doc, reinterpret_cast<HPDF_BYTE*>(file.data()), &size);
  if (status != HPDF_STREAM_EOF) state_->check(status, "save");
  if (size != file.size()) throw HaruError("libharu: the saved file came back short");
  return file;
}

}  // namespace forme
