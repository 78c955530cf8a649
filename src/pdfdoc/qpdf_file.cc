#include "pdfdoc/qpdf_file.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace forme {

std::shared_ptr<QPDF> open_quietly(const std::string& bytes, const std::string& file) {
  auto pdf = std::make_shared<QPDF>();
  pdf->setSuppressWarnings(true);
  pdf->processMemoryFile(file.c_str(), bytes.data(), bytes.size());
  return pdf;
}

std::string write_file(QPDF& pdf, bool object_streams) {
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.setCompressStreams(true);
  writer.setDecodeLevel(qpdf_dl_none);
  writer.setObjectStreamMode(object_streams ? qpdf_o_generate : qpdf_o_disable);
  writer.write();
  const std::shared_ptr<Buffer> out = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(out->getBuffer()), out->getSize()};
}

}  // namespace forme
