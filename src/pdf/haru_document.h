#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace forme {

// What libharu refused, with its code. Caught at the door of write_pdf.
struct HaruError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Handles of objects that the document owns. A direct object belongs to the one parent it was put
// into; an indirect one may be put into any number.
struct PdfDict {
  void* raw = nullptr;
};
struct PdfArray {
  void* raw = nullptr;
};

// libharu's object graph, cross-reference table and writer; none of its text, font or image calls.
// Every function throws HaruError when libharu says no.
class HaruDocument {
 public:
  HaruDocument();
  ~HaruDocument();
  HaruDocument(const HaruDocument&) = delete;
  HaruDocument& operator=(const HaruDocument&) = delete;

  PdfDict catalog();
  PdfDict info();
  PdfDict trailer();

  PdfDict dict();  // direct
  PdfDict indirect_dict();
  PdfArray array();  // direct
  PdfArray indirect_array();
  PdfDict stream(std::string_view data);          // deflated
  PdfDict plain_stream(std::string_view data);    // as it is; put /Filter with raw()
  PdfDict add_page(double width, double height);  // in pt
  PdfDict resources(PdfDict page);
  void write_content(PdfDict page, std::string_view operators);

  // Adding a key again replaces its value.
  void put(PdfDict dict, const char* key, PdfDict value);
  void put(PdfDict dict, const char* key, PdfArray value);
  void name(PdfDict dict, const char* key, const char* value);
  void number(PdfDict dict, const char* key, int value);
  void boolean(PdfDict dict, const char* key, bool value);
  void text(PdfDict dict, const char* key, std::string_view utf8);    // ASCII or UTF-16
  void bytes(PdfDict dict, const char* key, std::string_view value);  // a hexadecimal string
  void box(PdfDict dict, const char* key, double x0, double y0, double x1, double y1);
  // Further lines of the dictionary, written as they stand: "/Key value\n". For what libharu cannot
  // say: names with spaces, numbers with a set precision, long arrays.
  void raw(PdfDict dict, std::string lines);

  void add(PdfArray array, PdfDict value);
  void add(PdfArray array, PdfArray value);
  void add_number(PdfArray array, int value);
  void add_name(PdfArray array, const char* value);
  void add_text(PdfArray array, std::string_view utf8);
  void add_bytes(PdfArray array, std::string_view value);
  void add_null(PdfArray array);

  // "12 0 R", for raw().
  static std::string reference(PdfDict indirect);
  static std::string reference(PdfArray indirect);

  // The file. `minor` is that of PDF 1.minor.
  std::string save(int minor);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace forme
