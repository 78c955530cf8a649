#include "pdf/metadata_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/hash.h"
#include "base/language.h"

namespace forme {

namespace {

constexpr const char* kProducer = "Forme";

// Characters that XML 1.0 cannot hold are left out.
std::string xml_escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= ' ' || c == '\n' || c == '\t') out += c;
    }
  }
  return out;
}

std::string xmp_packet(const PdfSettings& settings) {
  std::string body;
  const auto alternative = [&](const char* name, const std::string& text) {
    if (text.empty()) return;
    body += fmt::format(
        "<dc:{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></dc:{0}>\n", name,
        xml_escape(text));
  };
  const auto simple = [&](const char* name, const std::string& text) {
    if (!text.empty()) body += fmt::format("<{0}>{1}</{0}>\n", name, xml_escape(text));
  };
  simple("dc:format", "application/pdf");
  alternative("title", settings.title);
  alternative("description", settings.subject);
  if (!settings.author.empty()) {
    body += fmt::format("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n",
                        xml_escape(settings.author));
  }
  if (!settings.language.empty()) {
    body += fmt::format("<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>\n",
                        xml_escape(settings.language));
  }
  simple("pdf:Keywords", settings.keywords);
  simple("pdf:Producer", kProducer);
  simple("pdf:Trapped", "False");
  simple("xmp:CreatorTool", kProducer);
  for (const char* name : {"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"}) {
    simple(name, xmp_date(settings.creation_date));
  }
  return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
         "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
         "<rdf:Description rdf:about=\"\"\n"
         " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
         " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
         " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n" +
         body + "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n";
}

void write_info(HaruDocument& pdf, const PdfSettings& settings) {
  PdfDict info = pdf.info();
  const auto put = [&](const char* key, const std::string& value) {
    if (!value.empty()) pdf.text(info, key, value);
  };
  put("Title", settings.title);
  put("Author", settings.author);
  put("Subject", settings.subject);
  put("Keywords", settings.keywords);
  put("Creator", kProducer);
  put("Producer", kProducer);
  put("CreationDate", settings.creation_date);
  put("ModDate", settings.creation_date);
  pdf.name(info, "Trapped", "False");
}

// The profile's header says how many channels it has (ICC.1:2010, 7.2.6).
int icc_channels(std::string_view icc) {
  const std::string_view space = icc.size() >= 20 ? icc.substr(16, 4) : std::string_view();
  return space == "GRAY" ? 1 : space == "RGB " ? 3 : 4;
}

void write_output_intent(HaruDocument& pdf, const PdfSettings& settings) {
  if (settings.output_intent_icc.empty()) return;
  PdfDict profile = pdf.stream(settings.output_intent_icc);
  pdf.number(profile, "N", icc_channels(settings.output_intent_icc));
  PdfDict intent = pdf.indirect_dict();
  pdf.name(intent, "Type", "OutputIntent");
  pdf.name(intent, "S", settings.colours == ColourSpace::Cmyk ? "GTS_PDFX" : "GTS_PDFA1");
  pdf.text(intent, "OutputConditionIdentifier", settings.output_condition);
  const bool described = !settings.output_description.empty();
  pdf.text(intent, "Info", described ? settings.output_description : settings.output_condition);
  // "Custom" stands in no registry.
  if (settings.output_condition != "Custom")
    pdf.text(intent, "RegistryName", "http://www.color.org");
  pdf.put(intent, "DestOutputProfile", profile);
  PdfArray intents = pdf.array();
  pdf.add(intents, intent);
  pdf.put(pdf.catalog(), "OutputIntents", intents);
}

std::string id_bytes(std::string_view fingerprint) {
  const std::string hex = sha256_hex(fingerprint);
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::string out;
  for (std::size_t i = 0; i < 32; i += 2)
    out += static_cast<char>(digit(hex[i]) << 4 | digit(hex[i + 1]));
  return out;
}

}  // namespace

std::string xmp_date(std::string_view pdf_date) {
  if (pdf_date.size() < 17 || pdf_date.substr(0, 2) != "D:" || pdf_date[16] != 'Z') return {};
  const auto digits = pdf_date.substr(2, 14);
  if (!std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return {};
  return fmt::format("{}-{}-{}T{}:{}:{}Z", digits.substr(0, 4), digits.substr(4, 2),
                     digits.substr(6, 2), digits.substr(8, 2), digits.substr(10, 2),
                     digits.substr(12, 2));
}

void write_metadata(HaruDocument& pdf, const PdfSettings& settings, std::string_view fingerprint) {
  write_info(pdf, settings);
  const std::string packet = xmp_packet(settings);
  PdfDict metadata = pdf.plain_stream(packet);
  pdf.name(metadata, "Type", "Metadata");
  pdf.name(metadata, "Subtype", "XML");
  PdfDict catalog = pdf.catalog();
  pdf.put(catalog, "Metadata", metadata);
  if (!settings.language.empty()) pdf.text(catalog, "Lang", settings.language);
  const bool from_right = is_right_to_left(settings.language);
  if (!settings.title.empty() || from_right) {
    PdfDict preferences = pdf.dict();
    if (!settings.title.empty()) pdf.boolean(preferences, "DisplayDocTitle", true);
    if (from_right) pdf.name(preferences, "Direction", "R2L");
    pdf.put(catalog, "ViewerPreferences", preferences);
  }
  write_output_intent(pdf, settings);
  const std::string id = id_bytes(fingerprint);
  PdfArray ids = pdf.array();
  pdf.add_bytes(ids, id);
  pdf.add_bytes(ids, id);
  pdf.put(pdf.trailer(), "ID", ids);
}

}  // namespace forme
