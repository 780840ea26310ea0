#include "engine/ui/pictures.h"

#include <utility>

namespace palpera::ui {

void Pictures::draw_with(std::filesystem::path folder, Make make, TakeBack take_back) {
    folder_ = std::move(folder);
    make_ = std::move(make);
    take_back_ = std::move(take_back);
}

const Picture& Pictures::of(const std::string& name) {
    const auto [place, fresh] = pictures_.try_emplace(name);
    Picture& picture = place->second;
    if (!fresh) return picture;
    const base::Result<image::Image> image = image::read(folder_ / (name + ".png"));
    if (!image) {
        picture.trouble = image.error().message();
        return picture;
    }
    picture.width = static_cast<float>(image->width);
    picture.height = static_cast<float>(image->height);
    if (make_) picture.texture = make_(*image);
    return picture;
}

void Pictures::clear() {
    for (const auto& [name, picture] : pictures_) {
        if (picture.texture != nullptr) take_back_(picture.texture);
    }
    pictures_.clear();
}

}  // namespace palpera::ui
