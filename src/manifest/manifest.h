#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/length.h"

namespace forme {

// The issue as declared in issue.xml; nothing but the file's own facts is checked here.
struct ArticleEntry {
  std::string source;
  std::string declared;
  Location where;
};

enum class AdvertPosition : std::uint8_t { Foot, FootLeft, FootRight, HeadRight, Full };
struct Advert {
  std::string id, source, declared, alt;
  int columns = 0;
  Length depth;
  int page = 0;  // 0: the solver's choice
  AdvertPosition position = AdvertPosition::Foot;
  bool scale = false, house = false;
  std::string booking, category, keep_apart;
  Location where;
};

struct Place {
  std::string article, slot;
  int jump_to = 0;
  Location where;
};
struct FlatplanPage {
  int first = 0, last = 0;  // folios
  std::string section, kind;
  bool sent = false, spread = false;
  std::vector<Place> places;
  std::vector<std::string> autos;     // pinned to the page; places are the solver's
  std::vector<Location> autos_where;  // of each of `autos`
  Location where;
};
struct Flatplan {
  int pages = 0;  // 0: the solver's choice
  std::vector<FlatplanPage> list;
};

// An item of the promo strip on the front page.
struct Promo {
  std::string article, source, declared, headline, text;
  double focus_x = 0.5, focus_y = 0.5;
  Location where;
};

struct Manifest {
  std::string language = "en-GB", publication_name, slug, issn, number, title, price, base_url;
  std::string layout = "tabloid", press;  // as written: a name, or a path from the folder
  std::string paper;                      // path as the run opens it, empty when there is none
  Date cover_date;
  int edition = 1;
  std::vector<ArticleEntry> articles;
  std::vector<Advert> adverts;
  std::vector<Promo> promos;
  Flatplan flatplan;
  std::string folder;  // the folder as the run opens it
  std::string root;    // the collection's root
  Location where;
};

}  // namespace forme
