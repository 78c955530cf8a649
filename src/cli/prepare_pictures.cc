#include "cli/prepare_pictures.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <iterator>
#include <optional>

namespace forme {
namespace {

PictureUse use_of(const PictureItem& item) {
  return {item.box.width.pt(), item.box.height.pt(), item.crop_x,
          item.crop_y,         item.crop_width,      item.crop_height};
}

}  // namespace

PreparedPictures::Key PreparedPictures::key(const PictureItem& item) {
  return {item.source, item.crop_x, item.crop_y, item.crop_width, item.crop_height};
}

PreparedPictures::PreparedPictures(const std::vector<DisplayPage>& pages, Assets& assets,
                                   const PictureTreatment& treatment) {
  std::map<Key, const PictureItem*> largest;
  for (const DisplayPage& page : pages) {
    for (const DisplayItem& item : page.items) {
      const auto* picture = std::get_if<PictureItem>(&item);
      if (!picture) continue;
      const PictureItem*& known = largest[key(*picture)];
      if (!known || known->box.width < picture->box.width) known = picture;
    }
  }
  const std::vector<std::pair<Key, const PictureItem*>> work(largest.begin(), largest.end());
  std::vector<std::optional<Result<PreparedPicture>>> results(work.size());
  tbb::parallel_for(std::size_t{0}, work.size(), [&](std::size_t i) {
    const PictureItem& item = *work[i].second;
    const Result<std::string>& bytes = assets.bytes(item.source);
    if (bytes) {
      results[i] = treatment(*bytes, item.source, use_of(item));
    } else {
      results[i] = bytes.failure();
    }
  });
  for (std::size_t i = 0; i < work.size(); ++i) {
    prepared_.emplace(work[i].first, *std::move(results[i]));
  }
}

PictureProvider PreparedPictures::provider() const {
  return [this](const PictureItem& item) -> Result<PreparedPicture> {
    const auto found = prepared_.find(key(item));
    if (found != prepared_.end()) return found->second;
    return Diagnostic{Severity::Error, {item.source}, "the picture was not prepared", {}};
  };
}

}  // namespace forme
