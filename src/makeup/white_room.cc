#include "makeup/white_room.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "content/visit_blocks.h"
#include "makeup/items.h"

namespace forme {
namespace {

struct Room {
  int folio = 0, rows = 0;
};
// From the top of a picture, or the baseline of a line, to the foot of the one or the other.
struct Stretch {
  Length top, foot;
};

std::uint8_t without(std::uint8_t all, std::uint8_t some) {
  return static_cast<std::uint8_t>(all & ~some);
}

class WhiteRoomNotes {
 public:
  WhiteRoomNotes(const Issue& issue, const Plan& plan, const std::vector<DisplayPage>& pages,
                 const Grid& grid, Diagnostics& diagnostics)
      : issue_(issue), plan_(plan), pages_(pages), grid_(grid), diagnostics_(diagnostics) {}

  void run() {
    for (std::uint32_t i = 0; i < issue_.articles.size(); ++i) {
      const Article& article = issue_.articles[i];
      if (const auto lacking = without(kAllOutputs, article.outputs))
        warn("article", article.where, lacking, rooms_of_article(i));
      visit_blocks(article, [&](const Block& block) {
        const auto* figure = std::get_if<Figure>(&block.body);
        const auto lacking = figure ? without(article.outputs, figure->outputs) : std::uint8_t{0};
        if (lacking != 0) warn("picture", block.where, lacking, rooms_of_figure(i, *figure));
      });
    }
  }

 private:
  // What `covers` gives for the items of a page, taken together.
  template <class Covers>
  std::optional<Room> room_on(const DisplayPage& page, Covers covers) const {
    std::optional<Stretch> whole;
    for (const DisplayItem& item : page.items) {
      const std::optional<Stretch> part = covers(item);
      if (!part) continue;
      if (!whole) whole = part;
      whole->top = std::min(whole->top, part->top);
      whole->foot = std::max(whole->foot, part->foot);
    }
    if (!whole) return std::nullopt;
    return Room{page.folio, std::max(1, rows_for(whole->foot - whole->top, grid_))};
  }

  std::vector<Room> rooms_of_figure(std::uint32_t article, const Figure& figure) const {
    const auto outputs = figure.outputs & issue_.articles[article].outputs;
    std::vector<Room> rooms;
    for (const DisplayPage& page : pages_) {
      const auto room = room_on(page, [&](const DisplayItem& item) -> std::optional<Stretch> {
        if (const auto* picture = std::get_if<PictureItem>(&item)) {
          if (picture->source != figure.source || picture->outputs != outputs) return std::nullopt;
          return Stretch{picture->box.y, picture->box.y + picture->box.height};
        }
        const auto* line = std::get_if<LineItem>(&item);
        if (!line || line->text.article != article || line->text.leaf == kNoLeaf ||
            (line->text.leaf != figure.caption && line->text.leaf != figure.credit))
          return std::nullopt;
        return Stretch{line->origin.y, line->origin.y};
      });
      if (room) rooms.push_back(*room);
    }
    return rooms;
  }

  // Its rectangles; of a nib, which shares one, its lines.
  std::vector<Room> rooms_of_article(std::uint32_t index) const {
    const std::string& id = issue_.articles[index].id;
    std::vector<Room> rooms;
    for (const PlanPage& page : plan_.pages) {
      for (const PlanLeaf& leaf : page.leaves) {
        if (!carries_copy(leaf.kind) ||
            std::find(leaf.ids.begin(), leaf.ids.end(), id) == leaf.ids.end())
          continue;
        if (leaf.ids.size() == 1) {
          rooms.push_back({page.folio, leaf.box.h});
        } else if (const auto lines = lines_of(index, page.folio)) {
          rooms.push_back(*lines);
        }
      }
    }
    return rooms;
  }
  std::optional<Room> lines_of(std::uint32_t article, int folio) const {
    const auto page = std::find_if(pages_.begin(), pages_.end(),
                                   [&](const DisplayPage& p) { return p.folio == folio; });
    if (page == pages_.end()) return std::nullopt;
    return room_on(*page, [&](const DisplayItem& item) -> std::optional<Stretch> {
      const auto* line = std::get_if<LineItem>(&item);
      if (!line || line->text.leaf == kNoLeaf || line->text.article != article) return std::nullopt;
      return Stretch{line->origin.y - grid_.row, line->origin.y};
    });
  }

  void warn(const char* what, const Location& where, std::uint8_t lacking,
            const std::vector<Room>& rooms) {
    static constexpr std::pair<Output, const char*> kPaged[] = {{kPrint, "in the print PDF"},
                                                                {kScreen, "in the screen PDF"}};
    for (const auto& [output, place] : kPaged) {
      if (lacking & output) warn(what, where, place, rooms);
    }
    if ((lacking & kEpub) == 0 || pages_.empty()) return;
    std::vector<Room> front;
    std::copy_if(rooms.begin(), rooms.end(), std::back_inserter(front),
                 [&](const Room& room) { return room.folio == pages_.front().folio; });
    warn(what, where, "on the cover of the EPUB", front);
  }
  void warn(const char* what, const Location& where, const char* place,
            const std::vector<Room>& rooms) {
    if (rooms.empty()) return;
    std::vector<std::string> parts;
    for (const Room& room : rooms)
      parts.push_back(fmt::format("{} rows of page {}", room.rows, room.folio));
    diagnostics_.warning(
        where, fmt::format("this {} leaves {} white {}", what, fmt::join(parts, ", "), place),
        "where it may stand there too, add that output to its outputs=\"…\"");
  }

  const Issue& issue_;
  const Plan& plan_;
  const std::vector<DisplayPage>& pages_;
  const Grid& grid_;
  Diagnostics& diagnostics_;
};

}  // namespace

void note_white_room(const Issue& issue, const Plan& plan, const std::vector<DisplayPage>& pages,
                     const Grid& grid, Diagnostics& diagnostics) {
  WhiteRoomNotes(issue, plan, pages, grid, diagnostics).run();
}

}  // namespace forme
