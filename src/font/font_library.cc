#include "font/font_library.h"

#include <hb.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <deque>
#include <mutex>
#include <set>

#include "base/language.h"
#include "base/utf8.h"
#include "font/catalogue.h"
#include "font/open_type_face.h"

namespace forme {
namespace {

constexpr std::uint64_t kMaxFontBytes = std::uint64_t{64} << 20;

struct LoadedFace {
  std::once_flag once;
  std::unique_ptr<const Face> face;
  Diagnostic failure;
};

// The four letters of the first character's script that is one of its own, else "Zyyy".
std::string script_of(std::string_view cluster) {
  hb_unicode_funcs_t* unicode = hb_unicode_funcs_get_default();
  for (std::size_t at = 0; at < cluster.size();) {
    const DecodedChar c = decode_utf8(cluster, at);
    const hb_script_t script = hb_unicode_script(unicode, c.value);
    if (script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED &&
        script != HB_SCRIPT_UNKNOWN) {
      char name[4];
      hb_tag_to_string(hb_script_to_iso15924_tag(script), name);
      return std::string(name, 4);
    }
    at += c.length;
  }
  return "Zyyy";
}

// Those that share the cluster's first character, by Unicode's Script_Extensions.
std::vector<std::string> scripts_that_share(std::string_view cluster) {
  UScriptCode scripts[64];
  UErrorCode status = U_ZERO_ERROR;
  const auto first = static_cast<UChar32>(decode_utf8(cluster, 0).value);
  const int count = uscript_getScriptExtensions(first, scripts, 64, &status);
  std::vector<std::string> names;
  for (int i = 0; U_SUCCESS(status) && i < count; ++i)
    names.emplace_back(uscript_getShortName(scripts[i]));
  return names;
}

bool contains(const std::vector<std::string>& all, std::string_view wanted) {
  return std::find(all.begin(), all.end(), wanted) != all.end();
}

bool covers(const Face& face, std::string_view cluster) {
  for (std::size_t at = 0; at < cluster.size();) {
    const DecodedChar c = decode_utf8(cluster, at);
    const bool joiner = c.value == 0x200C || c.value == 0x200D;
    const bool selector = c.value >= 0xFE00 && c.value <= 0xFE0F;
    if (!joiner && !selector && face.glyph(c.value) == 0) return false;
    at += c.length;
  }
  return true;
}

}  // namespace

struct FontLibrary::State {
  const FileSystem* fs = nullptr;
  FontCatalogue catalogue;
  std::size_t set = 0;
  mutable std::deque<LoadedFace> loaded;  // by face; a deque, since a once_flag cannot move

  std::set<std::size_t> families_used() const;
  std::optional<Diagnostic> missing_files() const;
  const LoadedFace& load(std::size_t index) const;
  Licence licence(const FontFace& face) const;
  std::vector<std::size_t> fallback_families(std::string_view kind, std::string_view script,
                                             std::string_view language) const;
};

FontLibrary::FontLibrary(std::unique_ptr<State> state) : state_(std::move(state)) {}
FontLibrary::FontLibrary(FontLibrary&&) noexcept = default;
FontLibrary& FontLibrary::operator=(FontLibrary&&) noexcept = default;
FontLibrary::~FontLibrary() = default;

Result<FontLibrary> FontLibrary::open(const FileSystem& fs, const std::string& catalogue,
                                      const std::string& set) {
  Result<std::string> bytes = fs.read(catalogue, kMaxFontBytes);
  if (!bytes) return bytes.failure();
  const std::string name = catalogue.substr(catalogue.rfind('/') + 1);
  Result<FontCatalogue> read = read_font_catalogue(*std::move(bytes), name);
  if (!read) return read.failure();

  auto state = std::make_unique<State>();
  state->fs = &fs;
  state->catalogue = *std::move(read);
  const auto& sets = state->catalogue.sets;
  const auto found =
      std::find_if(sets.begin(), sets.end(), [&](const FontSet& s) { return s.id == set; });
  if (found == sets.end()) {
    std::string known;
    for (const FontSet& s : sets) known += (known.empty() ? "" : ", ") + s.id;
    return Diagnostic{Severity::Error,
                      {name, 0, 0},
                      "There is no font set \"" + set + "\"",
                      "the sets are " + known};
  }
  state->set = static_cast<std::size_t>(found - sets.begin());
  if (auto missing = state->missing_files()) return *std::move(missing);
  state->loaded.resize(state->catalogue.faces.size());
  return FontLibrary(std::move(state));
}

std::set<std::size_t> FontLibrary::State::families_used() const {
  std::set<std::size_t> used;
  for (const FontRole& role : catalogue.sets[set].roles) used.insert(role.family);
  for (const FallbackUse& use : catalogue.fallback) used.insert(use.family);
  return used;
}

// One error for all files of the set and of the fallback that are not there.
std::optional<Diagnostic> FontLibrary::State::missing_files() const {
  std::string first;
  std::set<std::string> packages;
  for (const std::size_t family : families_used()) {
    for (std::size_t i = catalogue.families[family].first; i < catalogue.families[family].last;
         ++i) {
      const FontFace& face = catalogue.faces[i];
      if (fs->kind(catalogue.path(face)) == FileSystem::Kind::File) continue;
      if (first.empty()) first = face.file;
      packages.insert(catalogue.packages[face.package].id);
    }
  }
  if (packages.empty()) return std::nullopt;
  std::string names;
  for (const std::string& package : packages) names += " " + package;
  return Diagnostic{Severity::Error,
                    {},
                    "The font file " + first + " is missing",
                    "install the Debian package that brings it: apt install" + names,
                    Cause::Surroundings};
}

const LoadedFace& FontLibrary::State::load(std::size_t index) const {
  LoadedFace& slot = loaded[index];
  std::call_once(slot.once, [&] {
    const FontFace& face = catalogue.faces[index];
    Result<std::string> bytes = fs->read(catalogue.path(face), kMaxFontBytes);
    if (!bytes) {
      slot.failure = bytes.failure();
      return;
    }
    Result<std::unique_ptr<const Face>> opened = open_face(face.file, *std::move(bytes));
    if (opened) {
      slot.face = *std::move(opened);
    } else {
      slot.failure = opened.failure();
      slot.failure.hint = "install " + catalogue.packages[face.package].id + " again";
    }
  });
  return slot;
}

Result<FaceId> FontLibrary::find(const FaceRequest& request) const {
  const FontCatalogue& catalogue = state_->catalogue;
  for (const FontRole& role : catalogue.sets[state_->set].roles) {
    if (role.id != request.family) continue;
    const std::size_t index =
        nearest_face(catalogue, role.family, request.weight, request.width, request.italic);
    const LoadedFace& slot = state_->load(index);
    if (!slot.face) return slot.failure;
    return static_cast<FaceId>(index);
  }
  return Diagnostic{Severity::Error,
                    {},
                    "The font set \"" + catalogue.sets[state_->set].id + "\" has no role \"" +
                        request.family + "\"",
                    "name a role of the set in fonts.xml"};
}

const Face& FontLibrary::face(FaceId id) const {
  return *state_->load(id).face;
}

std::vector<std::size_t> FontLibrary::State::fallback_families(std::string_view kind,
                                                               std::string_view script,
                                                               std::string_view language) const {
  const std::string primary = primary_language(language);
  std::vector<std::size_t> special, same_kind, other;
  for (const FallbackUse& use : catalogue.fallback) {
    if (!contains(use.scripts, script)) continue;
    if (!use.languages.empty()) {
      if (contains(use.languages, primary)) special.push_back(use.family);
    } else if (catalogue.families[use.family].kind == kind) {
      same_kind.push_back(use.family);
    } else {
      other.push_back(use.family);
    }
  }
  special.insert(special.end(), same_kind.begin(), same_kind.end());
  special.insert(special.end(), other.begin(), other.end());
  return special;
}

std::optional<FaceId> FontLibrary::fallback(FaceId first, std::string_view cluster,
                                            std::string_view language,
                                            std::string_view script) const {
  const FontCatalogue& catalogue = state_->catalogue;
  const FontFace& like = catalogue.faces[first];
  const std::string& kind = catalogue.families[like.family].kind;
  const std::string own = script_of(cluster);
  std::vector<std::size_t> families;
  if (own == "Zyyy" && !script.empty())
    families = state_->fallback_families(kind, script, language);
  for (const std::size_t family : state_->fallback_families(kind, own, language))
    families.push_back(family);
  if (own == "Zyyy") {
    for (const std::string& other : scripts_that_share(cluster)) {
      for (const std::size_t family : state_->fallback_families(kind, other, language))
        families.push_back(family);
    }
  }
  for (const std::size_t family : families) {
    const std::size_t index = nearest_face(catalogue, family, like.weight, like.width, like.italic);
    const LoadedFace& slot = state_->load(index);
    if (slot.face && covers(*slot.face, cluster)) return static_cast<FaceId>(index);
  }
  return std::nullopt;
}

FontLibrary::Licence FontLibrary::State::licence(const FontFace& face) const {
  const FontPackage& package = catalogue.packages[face.package];
  return {catalogue.families[face.family].name, package.id, package.licence, package.copyright};
}

std::vector<FontLibrary::Licence> FontLibrary::licences() const {
  std::vector<Licence> all;
  for (const std::size_t family : state_->families_used()) {
    std::set<std::size_t> packages;
    const FontFamily& within = state_->catalogue.families[family];
    for (std::size_t i = within.first; i < within.last; ++i) {
      const FontFace& face = state_->catalogue.faces[i];
      if (packages.insert(face.package).second) all.push_back(state_->licence(face));
    }
  }
  return all;
}

FontLibrary::Licence FontLibrary::licence_of(FaceId id) const {
  return state_->licence(state_->catalogue.faces[id]);
}

}  // namespace forme
