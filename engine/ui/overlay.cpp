#include "engine/ui/overlay.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "engine/ui/buttons.h"
#include "engine/ui/icons.h"
#include "engine/ui/paint.h"
#include "engine/ui/text.h"

namespace palpera::ui {
namespace {

constexpr ImGuiWindowFlags sheet_flags =
    ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
    ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav |
    ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_AlwaysUseWindowPadding | ImGuiWindowFlags_NoCollapse;

constexpr double toast_seconds = 6, appear_seconds = 0.12;

// A window of its own above the page; its height follows what it held in the frame before.
void begin_sheet(Ui& ui, const std::string& name, float width, float height, float padding, ImGuiWindowFlags more) {
    float pad = std::round(ui.px(padding));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{pad, pad});
    ImGui::SetNextWindowSize({std::round(width), std::round(height)});
    ImGui::Begin(name.c_str(), nullptr, sheet_flags | more);
    ImGui::PopStyleVar();
    ImGuiWindow& window = *ImGui::GetCurrentWindow();
    ImGui::BringWindowToDisplayFront(&window);
    if (window.Appearing || window.HiddenFramesCanSkipItems > 0 || window.HiddenFramesCannotSkipItems > 0)
        ui.redraw.now();
    ImGui::PushClipRect({0, 0}, ImGui::GetIO().DisplaySize, false);
    raised_ground(ui, {window.Pos, {window.Pos.x + window.Size.x, window.Pos.y + window.Size.y}});
    ImGui::PopClipRect();
}

void scrim(Ui& ui, const std::string& name) {
    ImVec2 size = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(size);
    ImGui::Begin((name + ".scrim").c_str(), nullptr, sheet_flags | ImGuiWindowFlags_NoScrollbar);
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    bool light = ui.appearance == Appearance::light;
    fill(ui, {{0, 0}, size}, light ? Role::ink : Role::sunken, 0, light ? 0.4f : 0.7f);
    ImGui::End();
}

}  // namespace

Popover::Popover(Ui& ui, std::string_view name, ImVec2 at, float width_pixels, bool above, float padding)
    : ui_(ui), outer_layer_(ui.registry.layer) {
    ++ui.registry.layer;
    ImVec2 window = ImGui::GetIO().DisplaySize;
    width_pixels = std::min(width_pixels, window.x);
    at.x = std::clamp(at.x, 0.0f, window.x - width_pixels);
    float most = std::max(ui.px(64), above ? at.y - ui.px(8) : window.y - at.y - ui.px(8));
    ImGui::SetNextWindowPos({std::round(at.x), std::round(at.y)}, ImGuiCond_Always, {0, above ? 1.0f : 0.0f});
    ImGui::SetNextWindowSizeConstraints({1, 1}, {window.x, most});
    begin_sheet(ui, std::string(name), width_pixels, 0, padding, 0);
    ImVec2 mouse = ImGui::GetIO().MousePos;
    clicked_outside_ = ImGui::IsMouseClicked(0) && !rect(ImGui::GetWindowPos(), ImGui::GetWindowSize()).holds(mouse);
    ui.registry.add({.name = std::string(name),
                     .kind = ItemKind::area,
                     .rect = rect(ImGui::GetWindowPos(), ImGui::GetWindowSize()),
                     .clip = window_rect()});
}

Popover::~Popover() {
    ImGui::End();
    ui_.registry.layer = outer_layer_;
}

Modal::Modal(Ui& ui, std::string_view name, float width, float height)
    : ui_(ui), name_(name), outer_layer_(ui.registry.layer) {
    ui.registry.layer += 10;  // above every popover of the page
    ui.registry.modal_layer = ui.registry.layer;
    ui.open_list = ui.open_list.starts_with(name_) ? ui.open_list : "";
    scrim(ui, name_);
    ImVec2 window = ImGui::GetIO().DisplaySize;
    float wide = std::min(ui.px(width), window.x - ui.px(32));
    ImGui::SetNextWindowPos({std::round(window.x / 2), std::round(window.y / 2)}, ImGuiCond_Always, {0.5f, 0.5f});
    ImGui::SetNextWindowSizeConstraints({1, 1}, {window.x, window.y - ui.px(32)});
    begin_sheet(ui, name_, wide, height > 0 ? std::min(ui.px(height), window.y - ui.px(32)) : 0, 20, 0);
    ++ui.registry.column;
    ui.registry.add({.name = name_,
                     .kind = ItemKind::area,
                     .rect = rect(ImGui::GetWindowPos(), ImGui::GetWindowSize()),
                     .clip = window_rect()});
    dismissed_ = ui.open_list.empty() && ui.key(Key::escape);
}

Modal::~Modal() {
    ImGui::End();
    ui_.registry.layer = outer_layer_;
}

Reply ask(Ui& ui, const Question& question) {
    std::string safe = std::string(question.name) + ".safe", go = std::string(question.name) + ".go";
    bool opens = ui.registry.find_before(go) == nullptr;
    Modal modal(ui, question.name, 400);
    Reply reply = modal.dismissed() ? Reply::safe : Reply::none;
    paragraph(ui, question.question, card_heading);
    paragraph(ui, question.consequence, body_quiet);
    gap(ui, 12);
    ButtonLook go_look{.kind = question.destructive ? ButtonKind::destructive_filled : ButtonKind::primary};
    float needed = button_width(ui, question.safe) + button_width(ui, question.go, go_look) + ui.px(8);
    if (needed > width_left(ui)) {
        // Side by side they would be cut: one below the other.
        go_look.fill_width = true;
        if (button(ui, safe, question.safe, {.fill_width = true})) reply = Reply::safe;
        gap(ui, 4);
        if (button(ui, go, question.go, go_look)) reply = Reply::go;
    } else {
        float room = width_left(ui) - needed;
        Line line(ui, 36);
        line.space(room / ui.scale);
        if (button(ui, safe, question.safe)) reply = Reply::safe;
        if (button(ui, go, question.go, go_look)) reply = Reply::go;
    }
    if (opens) ui.focus.move_to(question.expect_safe ? safe : go);
    return reply;
}

void Toast::show(Ui& ui, std::string words, std::string undo_label, const char* icon, Role role) {
    words_ = std::move(words);
    undo_label_ = std::move(undo_label);
    icon_ = icon != nullptr ? icon : icon::check_circle;
    role_ = role;
    shown_ = ui.now;
    until_ = ui.now + toast_seconds;
    ui.redraw.now();
}

bool Toast::draw(Ui& ui, Rect column, std::string_view close_tip) {
    if (!showing()) return false;
    float alpha = 1;
    if (!ui.reduce_motion) alpha = std::clamp(static_cast<float>((ui.now - shown_) / appear_seconds), 0.0f, 1.0f);
    float width = std::min(column.width() - ui.px(32),
                           measure(ui, words_).x + ui.px(120) +
                               (undo_label_.empty() ? 0 : measure(ui, undo_label_, body_strong).x + ui.px(24)));
    ImVec2 at{column.min.x + ui.px(16), column.max.y - ui.px(16) + (1 - alpha) * ui.px(4)};
    bool undo = false, close = false, kept = false;
    ImGui::PushStyleVar(ImGuiStyleVar_Alpha, std::max(alpha, 0.05f));
    {
        Popover sheet(ui, "toast", at, width, true, 6);
        Line line(ui, 36);
        line.space(6);
        icon_picture(ui, icon_, 20, role_);
        line.from_right();
        close = icon_button(ui, "toast.close", icon::close, close_tip, {.size = 28});
        if (!undo_label_.empty())
            undo = button(ui, "toast.undo", undo_label_, {.kind = ButtonKind::text, .size = ButtonSize::small});
        line.from_left();
        text(ui, words_);
        kept = ImGui::IsWindowHovered() || ui.focus.ring_on("toast.close") ||
               (!undo_label_.empty() && ui.focus.ring_on("toast.undo"));
    }
    ImGui::PopStyleVar();
    if (kept) until_ = std::max(until_, ui.now + 1);
    if (undo || close || ui.now >= until_)
        hide();
    else
        ui.redraw.in(alpha < 1 ? 0 : until_ - ui.now);
    return undo;
}

}  // namespace palpera::ui
