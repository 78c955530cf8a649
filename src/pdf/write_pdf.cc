#include "pdf/write_pdf.h"

#include "pdf/pdf_writer.h"

namespace forme {

Result<std::string> write_pdf(const PdfDocument& document, const PdfSettings& settings,
                              const FontLibrary& fonts, const Palette& palette,
                              const PictureProvider& provide) {
  return write_pdf_with(
      document, settings, [&](FaceId id) -> const Face& { return fonts.face(id); }, palette,
      provide);
}

}  // namespace forme
