#pragma once

#include "pdf/page_resources.h"
#include "pdf/write_pdf.h"

namespace forme {

// write_pdf with the faces from anywhere.
Result<std::string> write_pdf_with(const PdfDocument& document, const PdfSettings& settings,
                                   FaceSource faces, const Palette& palette,
                                   const PictureProvider& provide);

}  // namespace forme
