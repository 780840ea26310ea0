#include "engine/student/history_parts.h"
#include "engine/student/icon_names.h"

namespace palpera::student {
namespace {

void draw_questions(HistoryPart& part, const present::TopicRow& topic) {
    ui::Ui& ui = part.ui;
    ui::gap(ui, 4);
    for (const present::TopicRow::Question& question : topic.questions) {
        const float indent = question.asked ? 0 : 28;
        if (ui::list_row(ui, "history.question." + question.id, question.text,
                         {.done = question.asked, .height = 32, .indent = indent, .most_lines = 4}))
            part.asked.push_back(act(library::Verb::ask, question.id));
    }
    ui::gap(ui, 8);
}

}  // namespace

void draw_topics(HistoryPart& part, ui::Rect place) {
    ui::Ui& ui = part.ui;
    const std::vector<present::TopicRow> topics = present::topic_rows(part.words(), part.view.encounter);
    int asked = 0;
    for (const present::TopicRow& topic : topics) asked += topic.asked;
    ui::Area area(ui, "history.topics", place, {.ground = ui::Role::surface2, .padding = 12, .line_right = true});
    {
        ui::Line line(ui, 32);
        line.space(8);
        line.from_right();
        line.space(12);
        ui::text(ui, part.words().count("history/asked", asked), ui::caption);
        line.from_left();
        ui::text(ui, part.words()("history/topics"), ui::card_heading);
    }
    for (const present::TopicRow& topic : topics) {
        const bool open = part.state.open_topic == topic.id;
        const std::string count = topic.asked > 0 ? std::to_string(topic.asked) : "";
        const ui::RowLook look{.icon = icon_named(topic.icon),
                               .trailing = count,
                               .trailing_icon = open ? ui::icon::expand_less : ui::icon::chevron_right,
                               .open = open,
                               .most_lines = 2};
        if (ui::list_row(ui, "history.topic." + topic.id, topic.name, look))
            part.state.open_topic = open ? std::string() : topic.id;
        if (open) draw_questions(part, topic);
    }
}

}  // namespace palpera::student
