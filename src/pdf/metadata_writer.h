#pragma once

#include <string>
#include <string_view>

#include "pdf/haru_document.h"
#include "pdf/write_pdf.h"

namespace forme {

// "D:20160224000000Z" as XMP has it, "2016-02-24T00:00:00Z"; empty when it is something else.
std::string xmp_date(std::string_view pdf_date);

// Info, XMP, language, viewer preferences, output intent, and an ID made of `fingerprint`.
void write_metadata(HaruDocument& pdf, const PdfSettings& settings, std::string_view fingerprint);

}  // namespace forme
