#pragma once

#include <memory>
#include <string>

class QPDF;

namespace forme {

// Reads a PDF without qpdf's warnings: what it can mend it mends.
// REQUIRES: `bytes` outlives what is given.
std::shared_ptr<QPDF> open_quietly(const std::string& bytes, const std::string& file);

// The document as a file with an ID that follows from what it holds; streams that are packed
// already stay as they are.
std::string write_file(QPDF& pdf, bool object_streams);

}  // namespace forme
