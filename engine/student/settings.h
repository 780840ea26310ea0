#pragma once

#include <filesystem>

#include "engine/present/context.h"
#include "engine/store/user.h"
#include "engine/ui/widgets.h"

namespace palpera::student {

enum class SettingsReply { open, changed, closed };
// A sheet over the page; what is changed in it holds at once. `journals`: where visits are kept.
SettingsReply draw_settings(ui::Ui& ui, const present::Context& context, const std::filesystem::path& journals,
                            store::Settings& settings);

// The keys that work, over the page. False when it is closed.
bool draw_keyboard_help(ui::Ui& ui, const present::Context& context);

}  // namespace palpera::student
