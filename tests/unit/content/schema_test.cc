#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "base/xml.h"
#include "content/article_grammar.h"
#include "manifest/grammar.h"

// The reader's tables and the RELAX NG schemas say the same: both judge the same documents.

namespace forme {
namespace {

namespace disk = std::filesystem;

const disk::path kSource = FORME_SOURCE_DIR;

std::string read_all(const disk::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

struct Vocabulary {
  const char* root;
  XmlGrammar grammar;
};

std::vector<Vocabulary> vocabularies() {
  return {{"issue", make_issue_grammar()},
          {"paper", make_paper_grammar()},
          {"article", make_article_grammar()}};
}

bool reader_accepts(const Vocabulary& v, const XmlElement& document) {
  Diagnostics diagnostics;
  v.grammar.check(document, v.root, "t", diagnostics);
  return !diagnostics.has_errors();
}

std::string why(const Vocabulary& v, const XmlElement& document) {
  Diagnostics diagnostics;
  v.grammar.check(document, v.root, "t", diagnostics);
  std::string out;
  for (const Diagnostic& d : diagnostics.all()) out += to_text(d);
  return out;
}

// xmllint's verdict on each file, in one run.
std::vector<bool> schema_accepts(const char* root, const std::vector<std::string>& files,
                                 const disk::path& folder) {
  const disk::path list = folder / "list", verdicts = folder / "verdicts";
  std::ofstream names(list);
  for (const std::string& file : files) names << file << '\n';
  names.close();
  const std::string command = fmt::format(
      "xargs -d '\\n' -a '{}' xmllint --noout --relaxng '{}/src/manifest/schema/{}.rng' 2>'{}'",
      list.string(), kSource.string(), root, verdicts.string());
  EXPECT_NE(std::system(command.c_str()), -1);
  const std::string said = "\n" + read_all(verdicts);
  std::vector<bool> out;
  for (const std::string& file : files) {
    const bool good = said.find("\n" + file + " validates\n") != std::string::npos;
    const bool bad = said.find("\n" + file + " fails to validate\n") != std::string::npos;
    EXPECT_NE(good, bad) << file << ": xmllint gave no verdict";
    out.push_back(good);
  }
  return out;
}

class Schema : public testing::TestWithParam<std::size_t> {
 protected:
  Schema()
      : vocabulary_(vocabularies().at(GetParam())),
        folder_(disk::path(testing::TempDir()) / fmt::format("forme-schema-{}", vocabulary_.root)) {
    disk::remove_all(folder_);
    disk::create_directories(folder_);
  }
  ~Schema() override { disk::remove_all(folder_); }

  // The documents of this vocabulary under `folder` that are XML at all.
  std::vector<std::string> documents(const char* folder) const {
    std::vector<std::string> out;
    for (const auto& entry : disk::recursive_directory_iterator(kSource / folder)) {
      if (entry.path().extension() != ".xml" || !entry.is_regular_file()) continue;
      const auto document = parse_xml(read_all(entry.path()), "t");
      if (document && document->name == vocabulary_.root) out.push_back(entry.path().string());
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  Vocabulary vocabulary_;
  disk::path folder_;
};

TEST_P(Schema, TakesEverySampleAsTheReaderDoes) {
  const std::vector<std::string> files = documents("issues");
  ASSERT_FALSE(files.empty());
  const std::vector<bool> verdicts = schema_accepts(vocabulary_.root, files, folder_);
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto document = *parse_xml(read_all(files[i]), "t");
    EXPECT_TRUE(reader_accepts(vocabulary_, document)) << files[i] << why(vocabulary_, document);
    EXPECT_TRUE(verdicts[i]) << files[i];
  }
}

TEST_P(Schema, JudgesBrokenDocumentsAsTheReaderDoes) {
  const std::vector<std::string> files = documents("tests/bad");
  ASSERT_FALSE(files.empty());
  const std::vector<bool> verdicts = schema_accepts(vocabulary_.root, files, folder_);
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto document = *parse_xml(read_all(files[i]), "t");
    EXPECT_EQ(reader_accepts(vocabulary_, document), verdicts[i]) << files[i] << '\n'
                                                                  << why(vocabulary_, document);
  }
}

std::string escaped(const std::string& text) {
  std::string out;
  for (char c : text) {
    if (c == '<' || c == '&' || c == '"' || c == '\n' || c == '\t' || c == '\r') {
      out += fmt::format("&#{};", static_cast<int>(c));
    } else {
      out += c;
    }
  }
  return out;
}

void write_xml(const XmlElement& e, std::string& out) {
  out += "<" + e.name;
  for (const XmlAttribute& a : e.attributes) out += " " + a.name + "=\"" + escaped(a.value) + "\"";
  out += ">";
  for (const auto& node : e.children) {
    if (const auto* text = std::get_if<XmlText>(&node)) {
      out += escaped(text->value);
    } else {
      write_xml(std::get<XmlElement>(node), out);
    }
  }
  out += "</" + e.name + ">";
}

void collect(XmlElement& e, std::vector<XmlElement*>& out) {
  out.push_back(&e);
  for (auto& node : e.children) {
    if (auto* element = std::get_if<XmlElement>(&node)) collect(*element, out);
  }
}

// Makes one change that may or may not be allowed. The same seed makes the same changes.
class Mutator {
 public:
  explicit Mutator(unsigned seed) : random_(seed) {}

  void mutate(XmlElement& root) {
    std::vector<XmlElement*> elements;
    collect(root, elements);
    XmlElement& e = *elements[pick(elements.size())];
    const XmlElement other = *elements[pick(elements.size())];
    switch (pick(7)) {
      case 0:
        return set_value(e);
      case 1:
        return set_value(e);
      case 2:
        return drop_attribute(e);
      case 3:
        return add_attribute(e, other);
      case 4:
        return drop_child(e);
      case 5:
        e.children.insert(e.children.begin() + place(e), other);
        return;
      case 6:
        e.children.insert(e.children.begin() + place(e), XmlText{" loose ", 0, 0});
        return;
    }
  }

 private:
  std::size_t pick(std::size_t n) { return random_() % n; }
  std::ptrdiff_t place(const XmlElement& e) {
    return static_cast<std::ptrdiff_t>(pick(e.children.size() + 1));
  }
  void set_value(XmlElement& e) {
    static constexpr std::array<const char*, 44> kValues{"",
                                                         " ",
                                                         "\n",
                                                         "0",
                                                         "1",
                                                         "01",
                                                         "5",
                                                         "6",
                                                         "99",
                                                         "100",
                                                         "999",
                                                         "1000",
                                                         "9999",
                                                         "10000",
                                                         "-1",
                                                         "1.0",
                                                         "1.5",
                                                         "0.5",
                                                         "0.5 0.4",
                                                         "0.5  0.4",
                                                         "1 1",
                                                         "2-5",
                                                         "5-2",
                                                         "0-1",
                                                         "true",
                                                         "1mm",
                                                         "12345mm",
                                                         "2.5in",
                                                         ".5pt",
                                                         "2016-02-29",
                                                         "2015-02-29",
                                                         "2016-02-24Z",
                                                         "a",
                                                         "A",
                                                         "a-b",
                                                         "-a",
                                                         "a b",
                                                         "en",
                                                         "en_GB",
                                                         "short",
                                                         "https://a.example/",
                                                         "https://",
                                                         "courier/1-2/a#b",
                                                         "print epub"};
    if (!e.attributes.empty()) {
      e.attributes[pick(e.attributes.size())].value = kValues[pick(kValues.size())];
    }
  }
  void drop_attribute(XmlElement& e) {
    if (e.attributes.empty()) return;
    e.attributes.erase(e.attributes.begin() +
                       static_cast<std::ptrdiff_t>(pick(e.attributes.size())));
  }
  void add_attribute(XmlElement& e, const XmlElement& other) {
    if (other.attributes.empty()) return;
    const XmlAttribute& added = other.attributes[pick(other.attributes.size())];
    if (!e.attribute(added.name)) e.attributes.push_back(added);
  }
  void drop_child(XmlElement& e) {
    if (!e.children.empty()) {
      e.children.erase(e.children.begin() + static_cast<std::ptrdiff_t>(pick(e.children.size())));
    }
  }

  std::mt19937 random_;
};

TEST_P(Schema, JudgesChangedDocumentsAsTheReaderDoes) {
  constexpr int kChanged = 240;
  std::vector<std::string> models = documents("issues");
  models.push_back((kSource / "tests/good" / vocabulary_.root).string() + ".xml");
  Mutator mutator(20160224);
  std::vector<std::string> files;
  std::vector<XmlElement> changed;
  for (int i = 0; i < kChanged; ++i) {
    // The last model holds every element: it serves three times in four.
    const std::size_t model =
        i % 4 != 0 ? models.size() - 1 : static_cast<std::size_t>(i) % models.size();
    XmlElement document = *parse_xml(read_all(models[model]), "t");
    mutator.mutate(document);
    std::string text;
    write_xml(document, text);
    files.push_back((folder_ / fmt::format("{}.xml", i)).string());
    std::ofstream(files.back()) << text;
    auto parsed = parse_xml(text, files.back());
    ASSERT_TRUE(parsed.ok());
    changed.push_back(std::move(*parsed));
  }
  const std::vector<bool> verdicts = schema_accepts(vocabulary_.root, files, folder_);
  const auto accepted = std::count(verdicts.begin(), verdicts.end(), true);
  EXPECT_GT(accepted, kChanged / 20) << "the changes are too wild to tell anything";
  EXPECT_LT(accepted, kChanged * 19 / 20);
  for (std::size_t i = 0; i < files.size(); ++i) {
    EXPECT_EQ(reader_accepts(vocabulary_, changed[i]), verdicts[i]) << read_all(files[i]) << '\n'
                                                                    << why(vocabulary_, changed[i]);
  }
}

INSTANTIATE_TEST_SUITE_P(Content, Schema, testing::Values(0, 1, 2), [](const auto& index) {
  return std::string(vocabularies().at(index.param).root);
});

}  // namespace
}  // namespace forme
