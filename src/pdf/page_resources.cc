#include "pdf/page_resources.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/hash.h"
#include "pdf/font_writer.h"
#include "pdf/pdf_number.h"

namespace forme {

namespace {

std::string picture_key(const PictureItem& item) {
  return fmt::format("{}\n{:.6f} {:.6f} {:.6f} {:.6f}", item.source, item.crop_x, item.crop_y,
                     item.crop_width, item.crop_height);
}

std::string advert_key(const AdvertItem& item) {
  return fmt::format("{}\n{} {}", item.source, item.box.width.units(), item.box.height.units());
}

double area(const Rect& box) {
  return box.width.pt() * box.height.pt();
}

const char* colour_space(PixelModel model) {
  switch (model) {
    case PixelModel::Grey:
      return "DeviceGray";
    case PixelModel::Rgb:
      return "DeviceRGB";
    case PixelModel::Cmyk:
      return "DeviceCMYK";
  }
  return "DeviceGray";
}

int samples_per_pixel(PixelModel model) {
  return model == PixelModel::Grey ? 1 : model == PixelModel::Rgb ? 3 : 4;
}

}  // namespace

FontCodes& FontTable::font(FaceId id) {
  if (by_id_.size() <= id) by_id_.resize(static_cast<std::size_t>(id) + 1);
  if (!by_id_[id]) {
    in_order_.push_back(
        std::make_unique<FontCodes>(faces_(id), fmt::format("F{}", id + 1), pdf_->indirect_dict()));
    by_id_[id] = in_order_.back().get();
  }
  return *by_id_[id];
}

Status FontTable::write_all() {
  for (const auto& font : in_order_) {
    Status written = write_font(*pdf_, *font);
    if (!written) return written;
  }
  return Done{};
}

Status ObjectTable::load(const std::vector<DisplayPage>& pages, const PictureProvider& provide) {
  std::vector<std::string> order;
  std::map<std::string, const PictureItem*> largest;
  for (const DisplayPage& page : pages) {
    for (const DisplayItem& item : page.items) {
      const auto* picture = std::get_if<PictureItem>(&item);
      if (!picture) continue;
      const std::string key = picture_key(*picture);
      const auto [found, fresh] = largest.try_emplace(key, picture);
      if (fresh) order.push_back(key);
      if (area(picture->box) > area(found->second->box)) found->second = picture;
    }
  }
  for (const std::string& key : order) {
    const Result<PreparedPicture> prepared = provide(*largest[key]);
    if (!prepared) return prepared.failure();
    fingerprint_ += sha256_hex(prepared->data) + sha256_hex(prepared->alpha);
    pictures_[key] = write_picture(*prepared);
  }
  return Done{};
}

DrawnObject ObjectTable::write_picture(const PreparedPicture& picture) {
  const auto image = [&](PdfDict dict, const char* space) {
    pdf_->name(dict, "Type", "XObject");
    pdf_->name(dict, "Subtype", "Image");
    pdf_->number(dict, "Width", picture.width);
    pdf_->number(dict, "Height", picture.height);
    pdf_->number(dict, "BitsPerComponent", 8);
    pdf_->name(dict, "ColorSpace", space);
  };
  DrawnObject drawn;
  drawn.show_x = picture.show_x;
  drawn.show_y = picture.show_y;
  drawn.show_width = picture.show_width;
  drawn.show_height = picture.show_height;
  const auto samples = [&](const std::string& data) {
    if (!picture.is_deflated) return pdf_->stream(data);
    PdfDict packed = pdf_->plain_stream(data);
    pdf_->raw(packed, "/Filter /FlateDecode\n");
    return packed;
  };
  if (picture.is_jpeg) {
    drawn.object = pdf_->plain_stream(picture.data);
    pdf_->raw(drawn.object, "/Filter /DCTDecode\n");
  } else {
    drawn.object = samples(picture.data);
  }
  image(drawn.object, colour_space(picture.model));
  if (picture.inverted) {
    std::string decode = "/Decode [";
    for (int i = 0; i < samples_per_pixel(picture.model); ++i) decode += "1 0 ";
    decode.back() = ']';
    pdf_->raw(drawn.object, decode + "\n");
  }
  if (!picture.alpha.empty()) {
    PdfDict mask = samples(picture.alpha);
    image(mask, "DeviceGray");
    pdf_->put(drawn.object, "SMask", mask);
    drawn.transparent = true;
  }
  return drawn;
}

const DrawnObject& ObjectTable::picture(const PictureItem& item) const {
  return pictures_.at(picture_key(item));
}

// The stub is as large as the advert's box, so that pdfdoc can fit the advert's page into it.
const DrawnObject& ObjectTable::advert(const AdvertItem& item) {
  const auto [found, fresh] = adverts_.try_emplace(advert_key(item));
  DrawnObject& drawn = found->second;
  if (!fresh) return drawn;
  drawn.object = pdf_->plain_stream("");
  pdf_->name(drawn.object, "Type", "XObject");
  pdf_->name(drawn.object, "Subtype", "Form");
  std::string box = "/BBox [0 0 ";
  append_milli(box, to_milli(item.box.width));
  box += ' ';
  append_milli(box, to_milli(item.box.height));
  pdf_->raw(drawn.object, box + "]\n");
  pdf_->put(drawn.object, "Resources", pdf_->dict());
  pdf_->bytes(drawn.object, "FormeAdvert", item.source);
  return drawn;
}

}  // namespace forme
