#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace forme {

// Objects 1, 2, … with the cross-reference table that makes a file of them; object 1 is the root.
inline std::string file_of(const std::vector<std::string>& objects) {
  std::string out = "%PDF-1.4\n";
  std::vector<std::size_t> at;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    at.push_back(out.size());
    out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::size_t table = out.size();
  char line[32];
  out += "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
  for (const std::size_t offset : at) {
    std::snprintf(line, sizeof line, "%010zu 00000 n \n", offset);
    out += line;
  }
  return out + "trailer\n<</Size " + std::to_string(objects.size() + 1) +
         " /Root 1 0 R>>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
}

inline std::string stream_of(const std::string& dict, const std::string& data) {
  return "<<" + dict + " /Length " + std::to_string(data.size()) + ">>\nstream\n" + data +
         "\nendstream";
}

// What a command says of the PDF, whose path stands for "{}".
inline std::string command_on(const std::string& pdf, std::string command) {
  const auto path = std::filesystem::temp_directory_path() /
                    ("forme-pdfdoc-" +
                     std::string(testing::UnitTest::GetInstance()->current_test_info()->name()) +
                     "-" + std::to_string(::getpid()) + ".pdf");
  std::ofstream(path, std::ios::binary) << pdf;
  command.replace(command.find("{}"), 2, path.string());
  std::string out;
  FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
  char buffer[4096];
  while (const std::size_t n = std::fread(buffer, 1, sizeof buffer, pipe)) out.append(buffer, n);
  ::pclose(pipe);
  std::filesystem::remove(path);
  return out;
}

inline std::string readable(const std::string& pdf) {
  return command_on(pdf, "qpdf --qdf --object-streams=disable {} -");
}

}  // namespace forme
