#include <cstdint>
#include <optional>

#include "pdf/font_subset.h"

namespace forme {

namespace {

// Reads a CFF table with every access checked; a read past the end spoils the reader.
class CffReader {
 public:
  explicit CffReader(std::string_view bytes) : bytes_(bytes) {}

  std::size_t at = 0;
  bool good = true;

  unsigned card(int size) {
    unsigned value = 0;
    for (int i = 0; i < size; ++i) value = value << 8 | byte();
    return value;
  }
  unsigned byte() {
    if (at >= bytes_.size()) {
      good = false;
      return 0;
    }
    return static_cast<unsigned char>(bytes_[at++]);
  }
  std::size_t size() const { return bytes_.size(); }

 private:
  std::string_view bytes_;
};

struct Index {
  unsigned count = 0;
  std::size_t first_begin = 0, first_end = 0;  // of the first object
};

// Reads an INDEX and stops after it.
Index read_index(CffReader& in) {
  Index index;
  index.count = in.card(2);
  if (index.count == 0) return index;
  const int offset_size = static_cast<int>(in.byte());
  if (offset_size < 1 || offset_size > 4) in.good = false;
  if (!in.good) return index;
  const std::size_t offsets = in.at;
  const std::size_t data = offsets + (index.count + 1u) * static_cast<std::size_t>(offset_size) - 1;
  const auto offset = [&](unsigned i) {
    in.at = offsets + i * static_cast<std::size_t>(offset_size);
    return in.card(offset_size);
  };
  index.first_begin = data + offset(0);
  index.first_end = data + offset(1);
  in.at = data + offset(index.count);
  if (in.at > in.size() || index.first_end < index.first_begin) in.good = false;
  return index;
}

struct TopDict {
  bool cid_keyed = false;
  std::size_t charset = 0, char_strings = 0;
};

// One operand of a DICT; the value of a real number does not matter here.
int read_operand(CffReader& in, unsigned b0) {
  if (b0 == 28) return static_cast<std::int16_t>(in.card(2));
  if (b0 == 29) return static_cast<std::int32_t>(in.card(4));
  if (b0 == 30) {
    while (in.good) {
      const unsigned pair = in.byte();
      if ((pair & 15) == 15 || pair >> 4 == 15) break;
    }
    return 0;
  }
  if (b0 <= 246) return static_cast<int>(b0) - 139;
  const int low = static_cast<int>(in.byte());
  if (b0 <= 250) return (static_cast<int>(b0) - 247) * 256 + low + 108;
  return -(static_cast<int>(b0) - 251) * 256 - low - 108;
}

TopDict read_top_dict(CffReader& in, const Index& index) {
  TopDict top;
  int last = 0;
  in.at = index.first_begin;
  while (in.good && in.at < index.first_end) {
    const unsigned b0 = in.byte();
    if (b0 > 21) {
      last = read_operand(in, b0);
      continue;
    }
    const unsigned op = b0 == 12 ? 0x0C00 | in.byte() : b0;
    if (op == 0x0C1E) top.cid_keyed = true;  // ROS
    if (op == 15) top.charset = static_cast<std::size_t>(last < 0 ? 0 : last);
    if (op == 17) top.char_strings = static_cast<std::size_t>(last < 0 ? 0 : last);
  }
  return top;
}

}  // namespace

std::vector<std::uint16_t> cff_cids(std::string_view table) {
  CffReader in(table);
  in.at = 2;
  in.at = in.byte();  // header size
  read_index(in);     // names
  const Index tops = read_index(in);
  const TopDict top = read_top_dict(in, tops);
  in.at = top.char_strings;
  const unsigned count = in.good ? in.card(2) : 0;
  if (!in.good || count == 0 || top.char_strings == 0) return {};

  std::vector<std::uint16_t> cids{0};
  in.at = top.charset;
  const bool listed = top.cid_keyed && top.charset > 2;
  const unsigned format = listed ? in.byte() : 0;
  while (cids.size() < count && in.good) {
    if (!listed) {
      cids.push_back(static_cast<std::uint16_t>(cids.size()));
      continue;
    }
    const unsigned first = in.card(2);
    const unsigned left = format == 0 ? 0 : in.card(format == 1 ? 1 : 2);
    for (unsigned i = 0; i <= left && cids.size() < count; ++i) {
      cids.push_back(static_cast<std::uint16_t>(first + i));
    }
  }
  if (!in.good) return {};
  return cids;
}

}  // namespace forme
