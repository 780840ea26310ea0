#include "engine/exchange/debrief_report.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "engine/base/file.h"
#include "engine/base/text.h"
#include "engine/library/action.h"
#include "engine/library/library.h"
#include "engine/patient/patient.h"

namespace palpera::exchange {
namespace {

namespace fs = std::filesystem;
using base::Language;

const fs::path root = PALPERA_SOURCE_DIR;

const library::Library& shipped() {
    static const library::Library library = [] {
        base::Diagnostics diagnostics;
        return library::read_library({root / "cases", root / "assets" / "anatomy"}, diagnostics);
    }();
    return library;
}

const present::Words& words() {
    static const present::Words words = [] {
        base::Diagnostics diagnostics;
        return present::Words::read(root / "assets" / "text" / "interface.yaml", diagnostics);
    }();
    return words;
}

// The demonstration of a shipped case, in one language.
class Told {
public:
    explicit Told(Language language, const std::string& case_id = "ward_nurse",
                  const std::string& journal_file = "demonstration.journal")
        : file(*find(shipped().cases, case_id)), context{shipped(), words(), language} {
        base::Diagnostics diagnostics;
        patient = std::make_unique<patient::Patient>(*patient::compile(shipped(), file, 0, diagnostics));
        encounter::Encounter encounter(*patient);
        const auto text = base::read_file(root / "cases/library" / case_id / journal_file, 1 << 20);
        const auto recorded = library::parse_journal(*text);
        for (const auto& line : recorded->lines) encounter::carry_out(encounter, *library::parse_action(line.text));
        debrief = present::debrief(context, file, encounter, pathway::score(shipped(), file, encounter));
        journal = present::journal_lines(context, encounter);
    }
    DebriefReport report() const { return {context, debrief, journal, context.in(file.title)}; }

    const library::CaseFile& file;
    present::Context context;
    std::unique_ptr<patient::Patient> patient;
    present::Debrief debrief;
    std::vector<present::JournalLine> journal;
};

// What a program of poppler's says of a PDF.
std::string poppler(const std::string& command, const std::string& pdf) {
    // Other tests read their own back at the same time.
    const fs::path file = fs::path(testing::TempDir()) / ("debrief-" + std::to_string(::getpid()) + ".pdf");
    EXPECT_TRUE(base::write_file(file, pdf));
    const std::string line = command + " '" + file.string() + "'" + (command.starts_with("pdftotext") ? " -" : "");
    FILE* pipe = ::popen(line.c_str(), "r");
    if (!pipe) return {};
    std::string out;
    std::array<char, 4096> part{};
    for (std::size_t n = 0; (n = std::fread(part.data(), 1, part.size(), pipe)) > 0;) out.append(part.data(), n);
    EXPECT_EQ(::pclose(pipe), 0) << line;
    fs::remove(file);
    return out;
}

// Words alone, as lines break differently on paper.
std::string flowing(std::string_view text) {
    std::string flow;
    for (char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\f';
        if (!space)
            flow += c;
        else if (!flow.empty() && flow.back() != ' ')
            flow += ' ';
    }
    return flow;
}

TEST(DebriefAsPdf, IsTheSameBytesEveryTimeAndNamesNoMoment) {
    const Told told(Language::sv);
    const auto one = debrief_pdf(told.report(), PALPERA_FONT_FOLDER),
               other = debrief_pdf(told.report(), PALPERA_FONT_FOLDER);
    ASSERT_TRUE(one && other);
    EXPECT_EQ(*one, *other);
    EXPECT_TRUE(one->starts_with("%PDF-"));
    const std::string about = poppler("pdfinfo -rawdates", *one);
    EXPECT_NE(about.find("20000101000000Z"), std::string::npos) << about;
    EXPECT_NE(about.find("A4"), std::string::npos) << about;
}

TEST(DebriefAsPdf, EmbedsItsFontsAndReadsBackInEveryLanguage) {
    for (Language language : base::every_language) {
        const Told told(language);
        const auto pdf = debrief_pdf(told.report(), PALPERA_FONT_FOLDER);
        ASSERT_TRUE(pdf);
        const std::string text = flowing(poppler("pdftotext -layout", *pdf));
        for (const std::string& words_of : {told.context("debrief/title"), told.debrief.headline, told.debrief.verdict,
                                            told.debrief.lines.front().title, told.context("debrief/course_title")})
            EXPECT_NE(text.find(words_of), std::string::npos) << words_of;
        const std::string fonts = poppler("pdffonts", *pdf);
        EXPECT_NE(fonts.find("Inter-Regular"), std::string::npos) << fonts;
        EXPECT_NE(fonts.find("Inter-SemiBold"), std::string::npos) << fonts;
        EXPECT_EQ(fonts.find("no  no"), std::string::npos) << "a font is not embedded\n" << fonts;
    }
}

TEST(DebriefAsPdf, NumbersItsPages) {
    const Told told(Language::en);
    const auto pdf = debrief_pdf(told.report(), PALPERA_FONT_FOLDER);
    ASSERT_TRUE(pdf);
    const std::string text = poppler("pdftotext -layout", *pdf);
    const auto pages = std::ranges::count(text, '\f');
    ASSERT_GT(pages, 2);
    for (std::ptrdiff_t n = 1; n <= pages; ++n)
        EXPECT_NE(text.find("Page " + std::to_string(n) + " of " + std::to_string(pages)), std::string::npos) << n;
}

TEST(DebriefAsPdf, WithoutItsFontsSaysWhichIsMissing) {
    const Told told(Language::en);
    const auto pdf = debrief_pdf(told.report(), "/nowhere");
    ASSERT_FALSE(pdf);
    EXPECT_NE(pdf.error().where.find("Inter-Regular.otf"), std::string::npos);
}

TEST(DebriefAsText, HoldsEveryLineItsPointsAndItsSourcesInEightyColumns) {
    for (Language language : base::every_language) {
        const Told told(language);
        const std::string text = debrief_text(told.report());
        for (std::string_view line : base::split(text, '\n')) EXPECT_LE(base::code_points(line).size(), 80u) << line;
        const std::string flow = flowing(text);
        for (const present::DebriefLine& line : told.debrief.lines) {
            EXPECT_NE(flow.find(line.title), std::string::npos) << line.title;
            for (const auto& source : line.sources) EXPECT_NE(flow.find(source.id), std::string::npos) << source.id;
        }
        for (const present::DebriefTold& one : told.debrief.reasoning.told)
            EXPECT_NE(flow.find(one.act), std::string::npos) << one.act;
        EXPECT_EQ(text.find('{'), std::string::npos) << "a place-holder is left";
    }
}

TEST(SavingADebrief, WritesNothingOver) {
    const fs::path folder = fs::path(testing::TempDir()) / "saved-debriefs";
    fs::remove_all(folder);
    const auto one = save_anew(folder, "visit", "txt", "a"), other = save_anew(folder, "visit", "txt", "b");
    ASSERT_TRUE(one && other);
    EXPECT_EQ(one->filename(), "visit.txt");
    EXPECT_EQ(other->filename(), "visit-2.txt");
    EXPECT_EQ(*base::read_file(*one, 10), "a");
}

}  // namespace
}  // namespace palpera::exchange
