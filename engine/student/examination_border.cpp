// The border of the area where sensation is lost, drawn on the skin by the student: it becomes the zones that lie
// within it for the most part.
#include <algorithm>
#include <map>

#include "engine/base/text.h"
#include "engine/student/examination_parts.h"

namespace palpera::student {
namespace {

using library::Side;

bool is_inside(const std::vector<ImVec2>& line, ImVec2 at) {
    bool inside = false;
    for (std::size_t i = 0, j = line.size() - 1; i < line.size(); j = i++) {
        const ImVec2 a = line[i], b = line[j];
        if ((a.y > at.y) == (b.y > at.y)) continue;
        if (at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x)) inside = !inside;
    }
    return inside;
}

struct Share {
    int within = 0, seen = 0;
};

// Of each zone of each side that is seen: how many of its points lie within the line.
std::map<std::pair<int, body::Side>, Share> shares_of(Examining& now, ui::Rect place, const std::vector<ImVec2>& line) {
    BodyView& view = now.state.body;
    std::map<std::pair<int, body::Side>, Share> shares;
    const auto& points = view.body().skin.points;
    for (std::uint32_t i = 0; i < points.size(); i += view.body().is_full ? 3 : 1) {
        if (!view.sees(i)) continue;
        const int zone = view.zones().at(points[i].chart, points[i].place);
        if (zone < 0) continue;
        const body::Seen seen = body::seen(view.camera(), view.posed().points[i]);
        const float half = place.height() / 2;
        Share& share = shares[{zone, points[i].side}];
        ++share.seen;
        share.within += is_inside(line, {place.middle().x + seen.x * half, place.middle().y - seen.y * half}) ? 1 : 0;
    }
    return shares;
}

// The act, where the line holds more than half of what is seen of some zone; of one side, the one with more in it.
void mark(Examining& now, ui::Rect place, const std::vector<ImVec2>& line) {
    const auto shares = shares_of(now, place, line);
    int on[2] = {0, 0};
    for (const auto& [of, share] : shares) on[of.second == body::Side::left ? 1 : 0] += share.within;
    const body::Side side = on[1] > on[0] ? body::Side::left : body::Side::right;
    library::Action action;
    action.verb = library::Verb::border;
    action.side = side == body::Side::left ? Side::left : Side::right;
    action.subject = now.tool.modality;
    bool any = false;
    for (const auto& [of, share] : shares) {
        if (of.second != side || share.within < 2 || 2 * share.within < share.seen) continue;
        action.subject += " " + now.state.body.zones().zones()[static_cast<std::size_t>(of.first)].id;
        any = true;
    }
    if (any) now.actions.push_back(std::move(action));
}

}  // namespace

bool can_draw_border(const Examining& now) {
    return now.tool.verb == library::Verb::sensation &&
           (now.tool.modality == "light_touch" || now.tool.modality == "pinprick");
}

void draw_border(Examining& now, ui::Rect place) {
    std::vector<ImVec2>& line = now.state.border;
    const ImVec2 at = ImGui::GetIO().MousePos;
    const float step = now.ui.px(4);
    if (now.state.turns_body && ImGui::IsMouseDown(0)) {
        if (line.empty() || std::max(std::abs(line.back().x - at.x), std::abs(line.back().y - at.y)) > step) {
            line.push_back(at);
        }
        now.ui.redraw.now();
    } else if (!line.empty()) {
        if (line.size() > 5) {
            mark(now, place, line);
            now.state.draws_border = false;
        }
        line.clear();
    }
    if (line.size() < 2) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddPolyline(line.data(), static_cast<int>(line.size()), now.ui.colour(ui::Role::primary), ImDrawFlags_None,
                     now.ui.px(2.5f));
    list.AddLine(line.back(), line.front(), now.ui.colour(ui::Role::primary, 0.4f), now.ui.px(1.5f));
}

std::vector<std::pair<std::string, Side>> marked_zones(const Examining& now) {
    std::vector<std::pair<std::string, Side>> zones;
    for (const encounter::Event& event : now.view.encounter.events) {
        if (event.action.verb != library::Verb::border) continue;
        const std::vector<std::string_view> words = base::split(event.action.subject, ' ');
        if (words.empty() || words.front() != now.tool.modality) continue;
        zones.clear();  // the newest border counts
        for (std::size_t i = 1; i < words.size(); ++i) zones.emplace_back(std::string(words[i]), event.action.side);
    }
    return zones;
}

}  // namespace palpera::student
