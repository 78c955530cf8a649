#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"
#include "base/result.h"
#include "font/face.h"

namespace forme {

// What a style asks for.
struct FaceRequest {
  std::string family;  // a role of the font set: "text", "headline", "display", "sans"
  int weight = 400;    // as in CSS
  bool italic = false;
  std::string width = "condensed";  // extra-condensed, condensed, normal
  bool operator==(const FaceRequest&) const = default;
};

// The faces that fonts.xml names. Faces are loaded when first asked for and never unloaded; that is
// safe from every thread. A face's number is its place in fonts.xml.
class FontLibrary {
 public:
  // `catalogue` is the path of fonts.xml; `set` the id of the font set that gives each role its
  // family. A face whose file is missing is an error of Cause::Surroundings that names the Debian
  // package. REQUIRES: `fs` outlives the library.
  static Result<FontLibrary> open(const FileSystem& fs, const std::string& catalogue,
                                  const std::string& set);
  FontLibrary(FontLibrary&&) noexcept;
  FontLibrary& operator=(FontLibrary&&) noexcept;
  ~FontLibrary();

  // The nearest face of the family: italic first, then width, then weight. Fails for an unknown
  // family.
  Result<FaceId> find(const FaceRequest& request) const;
  // REQUIRES: `id` came from find() or fallback().
  const Face& face(FaceId id) const;
  // The face to set the grapheme cluster `cluster` with when `first` lacks a part of it: the first
  // in the fallback order of fonts.xml that covers all of it, of the weight nearest; nothing when
  // none does. Families for `language` alone (Nastaliq for Urdu) go first, then those of the kind
  // of `first`. `script` (ISO 15924) is that of the text round the cluster: signs that several
  // scripts share, as the Arabic comma and the danda, are looked for there, and then among those.
  std::optional<FaceId> fallback(FaceId first, std::string_view cluster,
                                 std::string_view language = {},
                                 std::string_view script = {}) const;
  struct Licence {
    std::string family, package, name, file;
  };
  std::vector<Licence> licences() const;
  Licence licence_of(FaceId id) const;

 private:
  struct State;
  explicit FontLibrary(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace forme
