#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "base/xml_grammar.h"

// A reader's table and its RELAX NG schema say the same: they judge the same documents alike.

namespace forme {

inline std::string read_all(const std::filesystem::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

inline std::string escaped(const std::string& text) {
  std::string out;
  for (char c : text) {
    const bool special = c == '<' || c == '&' || c == '"' || c == '\n' || c == '\t' || c == '\r';
    out += special ? fmt::format("&#{};", static_cast<int>(c)) : std::string(1, c);
  }
  return out;
}

inline void write_xml(const XmlElement& e, std::string& out) {
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
  static void collect(XmlElement& e, std::vector<XmlElement*>& out) {
    out.push_back(&e);
    for (auto& node : e.children) {
      if (auto* element = std::get_if<XmlElement>(&node)) collect(*element, out);
    }
  }
  std::size_t pick(std::size_t n) { return random_() % n; }
  std::ptrdiff_t place(const XmlElement& e) {
    return static_cast<std::ptrdiff_t>(pick(e.children.size() + 1));
  }
  void set_value(XmlElement& e) {
    static constexpr std::array<const char*, 52> kValues{"",
                                                         " ",
                                                         "\n",
                                                         "0",
                                                         "1",
                                                         "01",
                                                         "5",
                                                         "6",
                                                         "13",
                                                         "99",
                                                         "100",
                                                         "999",
                                                         "1000",
                                                         "1001",
                                                         "9999",
                                                         "10000",
                                                         "-1",
                                                         "1.0",
                                                         "1.5",
                                                         "-1.5",
                                                         "0.5",
                                                         "0.5 0.4",
                                                         "0.5  0.4",
                                                         "1 1",
                                                         "2-5",
                                                         "5-2",
                                                         "0-1",
                                                         "true",
                                                         "1mm",
                                                         "-1mm",
                                                         "12345mm",
                                                         "2.5in",
                                                         "1mm 2mm",
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
                                                         "#0aF",
                                                         "#C8101E",
                                                         "0 0 0 100",
                                                         "0 0 0 101",
                                                         "https://a.example/",
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
    if (!e.children.empty())
      e.children.erase(e.children.begin() + static_cast<std::ptrdiff_t>(pick(e.children.size())));
  }

  std::mt19937 random_;
};

// Holds the table of one vocabulary beside src/manifest/schema/ROOT.rng.
class SchemaJudge {
 public:
  SchemaJudge(std::string root, XmlGrammar grammar)
      : root_(std::move(root)),
        grammar_(std::move(grammar)),
        folder_(std::filesystem::path(testing::TempDir()) /
                fmt::format("forme-schema-{}-{}", root_, getpid())) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  ~SchemaJudge() { std::filesystem::remove_all(folder_); }

  // The documents of this vocabulary below `folder` of the source tree that are XML at all.
  std::vector<std::string> documents(const std::string& folder) const {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(kSource / folder)) {
      if (entry.path().extension() != ".xml" || !entry.is_regular_file()) continue;
      const auto document = parse_xml(read_all(entry.path()), "t");
      if (document && document->name == root_) out.push_back(entry.path().string());
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  // Both take all of `files`.
  void expect_accepted(const std::vector<std::string>& files) const {
    ASSERT_FALSE(files.empty());
    const std::vector<bool> verdicts = schema_accepts(files);
    for (std::size_t i = 0; i < files.size(); ++i) {
      EXPECT_EQ(complaints(files[i]), "") << files[i];
      EXPECT_TRUE(verdicts[i]) << files[i] << ": the schema refuses it";
    }
  }

  // Both take and refuse the same among `files`. Gives how many they take.
  int expect_agreement(const std::vector<std::string>& files) const {
    const std::vector<bool> verdicts = schema_accepts(files);
    for (std::size_t i = 0; i < files.size(); ++i) {
      const std::string said = complaints(files[i]);
      EXPECT_EQ(said.empty(), verdicts[i]) << read_all(files[i]) << "\nthe reader says: " << said;
    }
    return static_cast<int>(std::count(verdicts.begin(), verdicts.end(), true));
  }

  // The same for `count` documents that differ in one thing from one of `models`.
  void expect_agreement_on_changes(const std::vector<std::string>& models, int count) const {
    constexpr unsigned kSeed = 20160224;
    Mutator mutator(kSeed);
    std::vector<std::string> files;
    for (int i = 0; i < count; ++i) {
      const std::string& model = models[static_cast<std::size_t>(i) % models.size()];
      auto document = parse_xml(read_all(model), model);
      ASSERT_TRUE(document.ok()) << model;
      mutator.mutate(*document);
      std::string text;
      write_xml(*document, text);
      files.push_back((folder_ / fmt::format("{}.xml", i)).string());
      std::ofstream(files.back()) << text;
    }
    const int accepted = expect_agreement(files);
    EXPECT_GT(accepted, count / 20) << "the changes are too wild to tell anything";
    EXPECT_LT(accepted, count * 19 / 20) << "the changes are too tame to tell anything";
  }

 private:
  std::string complaints(const std::string& file) const {
    const auto document = parse_xml(read_all(file), "t");
    if (!document) return to_text(document.failure());
    Diagnostics diagnostics;
    grammar_.check(*document, root_, "t", diagnostics);
    std::string out;
    for (const Diagnostic& d : diagnostics.all()) out += to_text(d);
    return out;
  }

  // xmllint's verdict on each file, in one run.
  std::vector<bool> schema_accepts(const std::vector<std::string>& files) const {
    const std::string list = (folder_ / "list").string();
    const std::string verdicts = (folder_ / "verdicts").string();
    std::ofstream names(list);
    for (const std::string& file : files) names << file << '\n';
    names.close();
    const std::string command = fmt::format(
        "xargs -d '\\n' -a '{}' xmllint --noout --relaxng '{}/src/manifest/schema/{}.rng' 2>'{}'",
        list, kSource.string(), root_, verdicts);
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

  static inline const std::filesystem::path kSource = FORME_SOURCE_DIR;

  std::string root_;
  XmlGrammar grammar_;
  std::filesystem::path folder_;
};

}  // namespace forme
