#include "engine/student/notices.h"

#include <algorithm>

namespace palpera::student {
namespace {

constexpr double caption_seconds = 4;
constexpr int groaning = 7;  // NRS from which a wince is a groan

}  // namespace

TroubleReply draw_trouble(ui::Ui& ui, const present::Context& context, const Trouble& trouble) {
    const bool opens = !ui.registry.find_before("trouble.close");
    TroubleReply reply = TroubleReply::none;
    ui::Modal sheet(ui, "trouble", 440);
    ui::paragraph(ui, trouble.what, ui::card_heading);
    ui::paragraph(ui, trouble.detail, ui::body_quiet);
    ui::gap(ui, 12);
    if (!trouble.go.empty()) {
        if (ui::button(ui, "trouble.go", trouble.go, {.kind = ui::ButtonKind::primary, .fill_width = true})) {
            reply = TroubleReply::go;
        }
        ui::gap(ui, 4);
    }
    if (ui::button(ui, "trouble.close", context("general/close"), {.fill_width = true}) || sheet.dismissed()) {
        reply = TroubleReply::closed;
    }
    if (opens) ui.focus.move_to("trouble.close");
    return reply;
}

std::string words_of(const present::Context& context, const encounter::Keeping& keeping) {
    using Way = encounter::Keeping::Way;
    const std::string path = keeping.file.string(), folder = keeping.file.parent_path().string();
    const std::string size = std::to_string(keeping.free_bytes / 1000);
    switch (keeping.way) {
        case Way::well: return {};
        case Way::low_space: return context.fill("error/disk_nearly_full", {{"folder", folder}, {"size", size}});
        case Way::moved:
            return context.fill("error/journal_moved", {{"before", keeping.before.string()}, {"path", path}});
        case Way::full:
            return context("error/save_failed") + ". " +
                   context.fill("error/disk_full", {{"path", path}, {"size", size}});
        case Way::failed:
            return context("error/save_failed") + ". " + context.fill("error/disk_failed", {{"path", path}});
        case Way::elsewhere:
            if (keeping.who.process.empty()) return context("error/journal_elsewhere");
            return context.fill("error/journal_elsewhere_process",
                                {{"process", keeping.who.process}, {"machine", keeping.who.machine}});
        case Way::damaged:
            return context.fill(
                "error/journal_damaged",
                {{"n", std::to_string(keeping.record)}, {"byte", std::to_string(keeping.byte)}, {"path", path}});
        case Way::unwritable: return context.fill("error/journal_unwritable", {{"path", path}});
    }
    return {};
}

bool draw_keeping(ui::Ui& ui, ui::Rect& place, const present::Context& context, const encounter::Keeping& keeping,
                  bool waiting) {
    const std::string words = words_of(context, keeping);
    if (words.empty()) return false;
    const std::string& retry = context("general/retry");
    const float button = waiting ? ui::button_width(ui, retry, {.kind = ui::ButtonKind::primary}) + ui.px(16) : 0;
    const float room = std::max(ui.px(80), place.width() - button - ui.px(28 + 16 + 16));
    const ui::Lines lines = ui::wrap(ui, words, ui::body, room);
    const ui::Rect bar = ui::cut_top(ui, place, std::max(52.0f, lines.size.y / ui.scale + 16));
    const bool warns = keeping.way == encounter::Keeping::Way::low_space;
    ui::Area area(ui, "app.keeping", bar,
                  {.ground = warns ? ui::Role::late_tint : ui::Role::harm_tint,
                   .padding = 16,
                   .padding_y = 0,
                   .scrolls = false,
                   .line_bottom = true});
    ui::Line line(ui, bar.height() / ui.scale, 8);
    bool again = false;
    if (waiting) {
        line.from_right();
        again = ui::button(ui, "app.retry", retry, {.kind = ui::ButtonKind::primary});
        line.from_left();
    }
    ui::icon_picture(ui, warns ? ui::icon::warning : ui::icon::error, 20, warns ? ui::Role::late : ui::Role::harm);
    ui::paragraph(ui, words);
    return again;
}

void Caption::show(ui::Ui& ui, std::string words) {
    words_ = std::move(words);
    until_ = ui.now + caption_seconds;
}

void Caption::draw(ui::Ui& ui, ui::Rect place, bool at_top) {
    if (words_.empty()) return;
    if (ui.now >= until_) return words_.clear();
    ui.redraw.in(until_ - ui.now);
    const float width = std::min(place.width(), ui::measure(ui, words_, ui::body).x + ui.px(28 + 24 + 8));
    ui::Popover sheet(ui, "caption", {place.middle().x - width / 2, at_top ? place.min.y : place.max.y}, width, !at_top,
                      6);
    ui::Line line(ui, 28, 8);
    line.space(6);
    ui::icon_picture(ui, ui::icon::closed_caption, 20);
    ui::text(ui, words_);
}

const char* caption_of_pain(int pain) { return pain >= groaning ? "sound/patient_groans" : "sound/patient_winces"; }

}  // namespace palpera::student
