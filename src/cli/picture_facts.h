#pragma once

#include <functional>
#include <map>
#include <string>

#include "base/diagnostic.h"
#include "cli/assets.h"
#include "content/issue.h"
#include "image/picture.h"

namespace forme {

// Calls `visit` for every figure and graphic of the article, wherever it stands, in reading order.
void for_each_figure(const Article& article,
                     const std::function<void(const Block&, const Figure&)>& visit);

// What each picture file of the issue says of itself, by Figure::source and Promo::source; a file
// that is no picture is an error at the figure.
std::map<std::string, PictureInfo> probe_pictures(const Issue& issue, Assets& assets,
                                                  Diagnostics& diagnostics);

// Looks into each advert: one that is damaged, encrypted or empty is an error at the advert. Of
// others `facts` gets the format and the content.
void check_adverts(const Manifest& manifest, Assets& assets,
                   std::map<std::string, PictureInfo>& facts, Diagnostics& diagnostics);

}  // namespace forme
