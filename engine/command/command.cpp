#include "engine/command/command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>

#include "engine/command/verbs.h"

namespace palpera::command {
namespace {

constexpr const char* actions_help =
    R"(One action a line; ids as in the catalogue; right, left, both, midline come last.
  say TEXT                          ask QUESTION                     take_back N
  position standing|sitting|supine|prone|side
  inspect SITE [SIDE]               palpate SITE [SIDE] [light|firm]  auscultate SITE [SIDE]
  move JOINT MOVEMENT [SIDE]        gait normal|heels|toes           strength MUSCLE [SIDE]
  reflex REFLEX [SIDE]              sensation light_touch|pinprick|vibration|temperature ZONE [SIDE]
  border light_touch|pinprick SIDE ZONE ...
  test SPECIAL_TEST [SIDE]          pulse ARTERY [SIDE]              measure MEASUREMENT [SIDE]
  order TEST [SIDE] [routine|urgent|emergency]                       cancel TEST      read TEST
  note_finding N                    note TEXT                        link FINDING CONDITION for|against
  differential CONDITION P, ...     diagnose CONDITION P, ...        (P: whole percents)
  prescribe DRUG DOSE UNIT TIMES_A_DAY [N days] [as_needed]
  change DRUG DOSE UNIT TIMES_A_DAY stop DRUG
  treat TREATMENT                   advise ADVICE                    refer SERVICE routine|urgent|emergency
  follow_up N days|weeks|months     sick_note PERCENT N days|weeks   decline ID REASON [TEXT]
  wait N minutes|hours|days|weeks   end_visit                        finish
)";

struct Verb {
    const char* name;
    const char* about;
    int (*run)(const Options&, const Surroundings&);
};
constexpr std::array<Verb, 14> verbs{{
    {"list", "the library", list},
    {"play", "actions from standard input, responses on standard output, the score sheet at finish", play},
    {"score", "replays a journal and scores it", score},
    {"debrief", "what a visit scored and why, as text, or into a file as PDF or text", debrief},
    {"ask", "what typed words are understood as, an utterance a line on standard input", ask},
    {"check", "every diagnostic of cases, conditions, guidelines and catalogues", check},
    {"prove", "what holds for every course through a case, in every variant", prove},
    {"simulate", "what students of different skill, and those who play against the score, reach in a case", simulate},
    {"coverage", "which statements of the sources the library cites and exercises, and which it does not", coverage},
    {"schema", "JSON Schemas of the files of a library, by which editors complete and check them", schema},
    {"export", "one case with its translations and journals into one file, a package", export_case},
    {"import", "a package's case into a library, if it is sound and no case of its id is there", import_case},
    {"examine", "lesions to their deficits: skin, strength, reflexes, special tests", examine},
    {"align", "the cheapest alignment of each trace with its model", align},
}};

void common_options(CLI::App& app, Options& options) {
    app.add_flag("--json", options.json, "one JSON document (JSON Lines for play)");
    app.add_option("--lang", options.language, "sv, nb or en")->check(CLI::IsMember({"sv", "nb", "en"}));
    app.add_option("--library", options.library, "another library root, laid out as cases/");
}

// CLI11 alone would read -1 as the largest number there is.
std::string whole_number(const std::string& text) {
    const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits && !text.empty() ? "" : "a whole number from 0 was expected";
}

void own_options(CLI::App& app, const std::string& verb, Options& options) {
    if (verb == "list") app.add_flag("--author", options.author, "with the conditions: not for students");
    if (verb == "ask") {
        app.add_option("CASE", options.names, "id of a shipped case, or a path to a case folder")
            ->required()
            ->expected(1);
    }
    if (verb == "play") {
        app.add_option("CASE", options.names, "id of a shipped case, or a path to a case folder")
            ->required()
            ->expected(1);
        app.add_option("--journal", options.journal, "keeps the visit in this file; takes it up where it exists");
        app.add_option("--seed", options.seed, "variant of the case")->check(whole_number);
        app.add_flag("--strict", options.strict, "exit 1 when an action was refused");
    }
    if (verb == "prove") {
        app.add_option("CASE", options.names, "ids of shipped cases, or paths to case folders")->required();
        app.add_option("--threads", options.threads, "1 to 16; the answers are the same")->check(CLI::Range(1, 16));
    }
    if (verb == "simulate") {
        app.add_option("CASE", options.names, "id of a shipped case, or a path to a case folder")
            ->required()
            ->expected(1);
        app.add_option("--students", options.students, "how many of each policy, 1 to 100000")
            ->required()
            ->check(CLI::Range(1, 100000));
        app.add_option("--policy", options.policy, "expert, intermediate, novice or a bot; otherwise all");
        app.add_option("--seed", options.seed, "variant of the case")->check(whole_number);
    }
    if (verb == "score") {
        app.add_option("CASE JOURNAL", options.names, "a case and a journal of it")->required()->expected(2);
        app.add_option("--since", options.since,
                       "GUIDELINE=VERSION: what has changed since that version, of a journal that does not say by "
                       "which it was played");
    }
    if (verb == "debrief") {
        app.add_option("CASE JOURNAL [FILE.pdf|FILE.txt]", options.names,
                       "a case, a journal of it, and the file that is written; without one, text on standard output")
            ->required()
            ->expected(2, 3);
    }
    if (verb == "schema") app.add_option("FOLDER", options.names, "where they are written")->required()->expected(1);
    if (verb == "export") {
        app.add_option("CASE FILE.zip", options.names, "a case, and the package that is written")
            ->required()
            ->expected(2);
    }
    if (verb == "import") {
        app.add_option("FILE.zip", options.names, "a package")->required()->expected(1);
        app.get_option("--library")->required();
    }
    if (verb == "align")
        app.add_option("FILE", options.names, "{\"triples\":[{\"id\",\"model\",\"trace\"}]}")->required()->expected(1);
    if (verb == "examine") {
        app.add_option("FILE", options.names,
                       "{\"structure\",\"level\",\"side\",\"completeness\"}, or {\"lesions\":[{\"id\", ...}]}")
            ->required()
            ->expected(1);
    }
    if (verb == "check") app.add_option("PATH", options.names, "folders or files")->required();
}

int help(const std::vector<std::string>& arguments, CLI::App& app, std::ostream& out) {
    const std::string about = arguments.size() > 1 ? arguments[1] : "";
    if (about == "actions") {
        out << actions_help;
        return 0;
    }
    for (const Verb& verb : verbs) {
        if (about != verb.name) continue;
        out << app.get_subcommand(verb.name)->help("palpera");
        return 0;
    }
    out << app.help("palpera") << "\npalpera without a verb opens the student's application.\n"
        << "palpera help actions: what can be written to 'palpera play'.\n";
    return about.empty() ? 0 : 2;
}

}  // namespace

int run(const std::vector<std::string>& arguments, const Surroundings& surroundings) {
    CLI::App app("Palpera: a clinical case simulator for medical education. For teaching, not for care.");
    app.set_help_flag("-h,--help", "what this verb takes");
    app.require_subcommand(1);
    Options options;
    for (const Verb& verb : verbs) {
        CLI::App* sub = app.add_subcommand(verb.name, verb.about);
        common_options(*sub, options);
        own_options(*sub, verb.name, options);
    }
    if (!arguments.empty() && arguments[0] == "--version") {
        surroundings.out << "palpera " PALPERA_VERSION "\n";
        return 0;
    }
    if (!arguments.empty() && arguments[0] == "help") return help(arguments, app, surroundings.out);
    try {
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error, surroundings.out, surroundings.err);
        return code == 0 ? 0 : 2;
    }
    for (const Verb& verb : verbs) {
        if (app.got_subcommand(verb.name)) return verb.run(options, surroundings);
    }
    return 2;
}

}  // namespace palpera::command
