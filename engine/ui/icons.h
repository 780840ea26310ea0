#pragma once

// Material Icons (Apache-2.0), by the font's own names. Only these are baked into the atlas. An icon stands without a
// word only for back, close, zoom, undo, redo, theme and drag, and then with a tooltip.
namespace palpera::ui::icon {

inline constexpr const char* rotation_3d = "\uE84D";
inline constexpr const char* account_tree = "\uE97A";
inline constexpr const char* add = "\uE145";
inline constexpr const char* add_circle = "\uE147";
inline constexpr const char* arrow_back = "\uE5C4";
inline constexpr const char* arrow_downward = "\uE5DB";
inline constexpr const char* arrow_forward = "\uE5C8";
inline constexpr const char* arrow_upward = "\uE5D8";
inline constexpr const char* assignment = "\uE85D";
inline constexpr const char* badge = "\uEA67";
inline constexpr const char* biotech = "\uEA3A";
inline constexpr const char* bloodtype = "\uEFE4";
inline constexpr const char* brightness_6 = "\uE3AB";
inline constexpr const char* brush = "\uE3AE";
inline constexpr const char* center_focus_strong = "\uE3B4";
inline constexpr const char* chat = "\uE0B7";
inline constexpr const char* check = "\uE5CA";
inline constexpr const char* check_circle = "\uE86C";
inline constexpr const char* chevron_right = "\uE5CC";
inline constexpr const char* close = "\uE5CD";
inline constexpr const char* closed_caption = "\uE01C";
inline constexpr const char* dark_mode = "\uE51C";
inline constexpr const char* data_object = "\uEAD3";
inline constexpr const char* description = "\uE873";
inline constexpr const char* directions_walk = "\uE536";
inline constexpr const char* drag_indicator = "\uE945";
inline constexpr const char* edit = "\uE3C9";
inline constexpr const char* edit_note = "\uE745";
inline constexpr const char* electric_bolt = "\uEC1C";
inline constexpr const char* emoji_events = "\uEA23";
inline constexpr const char* error = "\uE000";
inline constexpr const char* event = "\uE878";
inline constexpr const char* event_repeat = "\uEB7B";
inline constexpr const char* expand_less = "\uE5CE";
inline constexpr const char* expand_more = "\uE5CF";
inline constexpr const char* fact_check = "\uF0C5";
inline constexpr const char* family_restroom = "\uF1A2";
inline constexpr const char* fast_forward = "\uE01F";
inline constexpr const char* file_download = "\uE2C4";
inline constexpr const char* fitness_center = "\uEB43";
inline constexpr const char* flag = "\uE153";
inline constexpr const char* folder_open = "\uE2C8";
inline constexpr const char* forum = "\uE0BF";
inline constexpr const char* fullscreen = "\uE5D0";
inline constexpr const char* hardware = "\uEA59";
inline constexpr const char* healing = "\uE3F3";
inline constexpr const char* help_outline = "\uE8FD";
inline constexpr const char* history = "\uE889";
inline constexpr const char* hourglass_top = "\uEA5B";
inline constexpr const char* inbox = "\uE156";
inline constexpr const char* info = "\uE88E";
inline constexpr const char* insights = "\uF092";
inline constexpr const char* keyboard = "\uE312";
inline constexpr const char* layers = "\uE53B";
inline constexpr const char* light_mode = "\uE518";
inline constexpr const char* lightbulb = "\uE0F0";
inline constexpr const char* list = "\uE896";
inline constexpr const char* local_hospital = "\uE548";
inline constexpr const char* lock = "\uE897";
inline constexpr const char* mark_email_unread = "\uF18A";
inline constexpr const char* medication = "\uF033";
inline constexpr const char* menu_book = "\uEA19";
inline constexpr const char* monitor_heart = "\uEAA2";
inline constexpr const char* more_horiz = "\uE5D3";
inline constexpr const char* open_in_new = "\uE89E";
inline constexpr const char* outlined_flag = "\uE16E";
inline constexpr const char* pause = "\uE034";
inline constexpr const char* payments = "\uEF63";
inline constexpr const char* person = "\uE7FD";
inline constexpr const char* place = "\uE55F";
inline constexpr const char* play_arrow = "\uE037";
inline constexpr const char* psychology = "\uEA4A";
inline constexpr const char* push_pin = "\uF10D";
inline constexpr const char* query_stats = "\uE4FC";
inline constexpr const char* radio_button_unchecked = "\uE836";
inline constexpr const char* redo = "\uE15A";
inline constexpr const char* remove = "\uE15B";
inline constexpr const char* remove_circle_outline = "\uE15D";
inline constexpr const char* replay = "\uE042";
inline constexpr const char* restaurant = "\uE56C";
inline constexpr const char* rule = "\uF1C2";
inline constexpr const char* save = "\uE161";
inline constexpr const char* schedule = "\uE8B5";
inline constexpr const char* science = "\uEA4B";
inline constexpr const char* search = "\uE8B6";
inline constexpr const char* self_improvement = "\uEA78";
inline constexpr const char* settings = "\uE8B8";
inline constexpr const char* shield = "\uE9E0";
inline constexpr const char* sort = "\uE164";
inline constexpr const char* south_east = "\uF1E4";
inline constexpr const char* spa = "\uEB4C";
inline constexpr const char* straighten = "\uE41C";
inline constexpr const char* thermostat = "\uF076";
inline constexpr const char* timer = "\uE425";
inline constexpr const char* tips_and_updates = "\uE79A";
inline constexpr const char* touch_app = "\uE913";
inline constexpr const char* translate = "\uE8E2";
inline constexpr const char* trending_up = "\uE8E5";
inline constexpr const char* tune = "\uE429";
inline constexpr const char* undo = "\uE166";
inline constexpr const char* verified_user = "\uE8E8";
inline constexpr const char* vibration = "\uE62D";
inline constexpr const char* visibility = "\uE8F4";
inline constexpr const char* volume_up = "\uE050";
inline constexpr const char* warning = "\uE002";
inline constexpr const char* warning_amber = "\uF083";
inline constexpr const char* zoom_in = "\uE8FF";
inline constexpr const char* zoom_out = "\uE900";

inline constexpr const char* all[] = {
    rotation_3d,
    account_tree,
    add,
    add_circle,
    arrow_back,
    arrow_downward,
    arrow_forward,
    arrow_upward,
    assignment,
    badge,
    biotech,
    bloodtype,
    brightness_6,
    brush,
    center_focus_strong,
    chat,
    check,
    check_circle,
    chevron_right,
    close,
    closed_caption,
    dark_mode,
    data_object,
    description,
    directions_walk,
    drag_indicator,
    edit,
    edit_note,
    electric_bolt,
    emoji_events,
    error,
    event,
    event_repeat,
    expand_less,
    expand_more,
    fact_check,
    family_restroom,
    fast_forward,
    file_download,
    fitness_center,
    flag,
    folder_open,
    forum,
    fullscreen,
    hardware,
    healing,
    help_outline,
    history,
    hourglass_top,
    inbox,
    info,
    insights,
    keyboard,
    layers,
    light_mode,
    lightbulb,
    list,
    local_hospital,
    lock,
    mark_email_unread,
    medication,
    menu_book,
    monitor_heart,
    more_horiz,
    open_in_new,
    outlined_flag,
    pause,
    payments,
    person,
    place,
    play_arrow,
    psychology,
    push_pin,
    query_stats,
    radio_button_unchecked,
    redo,
    remove,
    remove_circle_outline,
    replay,
    restaurant,
    rule,
    save,
    schedule,
    science,
    search,
    self_improvement,
    settings,
    shield,
    sort,
    south_east,
    spa,
    straighten,
    thermostat,
    timer,
    tips_and_updates,
    touch_app,
    translate,
    trending_up,
    tune,
    undo,
    verified_user,
    vibration,
    visibility,
    volume_up,
    warning,
    warning_amber,
    zoom_in,
    zoom_out,
};

}  // namespace palpera::ui::icon
