// seeds FUZZER FOLDER: what the fuzzer begins with: the hostile rows, and the files as shipped.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/encounter/session.h"
#include "engine/journal/layout.h"
#include "tests/exchange/raw_zip.h"
#include "tests/fuzz/hostile.h"
#include "tests/library/small_library.h"

namespace palpera::fuzz {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_seed_bytes = 65'536;

std::string text_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

class Seeds {
public:
    explicit Seeds(fs::path folder) : folder_(std::move(folder)) { fs::create_directories(folder_); }
    void add(const std::string& bytes) {
        if (bytes.size() > most_seed_bytes) return;
        std::ofstream(folder_ / std::to_string(++count_), std::ios::binary) << bytes;
    }
    int count() const { return count_; }

private:
    fs::path folder_;
    int count_ = 0;
};

std::vector<fs::path> shipped(const std::string& extension) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(PALPERA_SOURCE_DIR) / "cases")) {
        if (entry.path().extension() == extension) files.push_back(entry.path());
    }
    return files;
}

void document_seeds(Seeds& seeds) {
    for (const hostile::Row& row : hostile::documents()) seeds.add(row.bytes);
    for (const fs::path& file : shipped(".yaml")) seeds.add(text_of(file));
}

// Every `when:` of the library as shipped, as it stands in its line.
void script_seeds(Seeds& seeds) {
    for (const hostile::Row& row : hostile::conditions()) seeds.add(row.bytes);
    for (const fs::path& file : shipped(".yaml")) {
        std::istringstream lines(text_of(file));
        for (std::string line; std::getline(lines, line);) {
            const std::size_t at = line.find("when: ");
            if (at != std::string::npos) seeds.add(line.substr(at + 6, line.find_first_of(",}", at) - at - 6));
        }
    }
    for (const char* text : {"fever and age > 44 or not trauma", "duration >= 4 weeks and side == left",
                             "since(\"refer physiotherapist\") > 3 days", "shown(fever) and bmi < 18.5 kg/m2",
                             "done(\"order x-ray foot\") and (pain != 3 or temperature >= 38.5 Cel)"}) {
        seeds.add(text);
    }
}

void case_seeds(Seeds& seeds) {
    const library::SmallLibrary small;
    small.write();
    const std::string sound = text_of(small.folder() / "library" / "sore_morning" / "case.yaml");
    seeds.add(sound);
    seeds.add(sound +
              "answers:\n    where: {says: \"There.\", reveals: [heel_tender]}\nfindings:\n"
              "    palpate plantar_fascia_insertion other: {finds: \"Nothing.\"}\nresults:\n"
              "    haemoglobin: {value: 140}\nreturns:\n    better: {when: severity < 30, says: \"Better.\"}\n"
              "outcome:\n    ended: {tells: \"It ended.\"}\nfeatures:\n    morning: {shows: [first_step_pain]}\n"
              "vary: {side: [right, left], age: [50, 44], severity: [60 %, 30 %]}\nsources: {claims: [HS-001]}\n");
    for (const hostile::Row& row : hostile::conditions()) seeds.add(hostile::case_with_condition(sound, row.bytes));
    for (const hostile::Row& row : hostile::documents()) seeds.add(row.bytes);
    for (const fs::path& file : shipped(".yaml")) {
        if (file.filename() == "case.yaml") seeds.add(text_of(file));
    }
}

void journal_seeds(Seeds& seeds) {
    const std::string as_bytes(1, '\0'), as_records(1, '\1'), as_lines(1, '\2');
    for (const fs::path& file : shipped(".journal")) seeds.add(as_lines + text_of(file));
    seeds.add(as_lines +
              "journal 1 sore_morning seed 0 lang en\nask where\nsay how long\ntake_back 1\nposition prone\n"
              "palpate plantar_fascia_insertion right light\norder xray_heel left urgent\nread xray_heel left\n"
              "note_finding 5\nnote hm\nlink heel_tender sore_heel for\ndifferential sore_heel 60, broken_heel 20\n"
              "prescribe naproxen 500 mg 2 7 days as_needed\nchange naproxen 250 mg 1\nstop naproxen\n"
              "treat insole\nadvise good_shoes\nrefer physiotherapist urgent\nfollow_up 6 weeks\nsick_note 50 2 weeks\n"
              "decline order_x too_early hm\nborder pinprick left heel_lateral\nwait 3 days\nend_visit\n"
              "diagnose sore_heel 90\nfinish\n");
    std::string bodies;
    std::vector<std::string> records;
    int n = 0;
    for (const char* action : {"ask where", "wait 1e999 weeks", "palpate [[[[[[[[ right", "fly away", "finish"}) {
        encounter::JournalRecord record;
        record.n = ++n;
        record.action = action;
        record.response = std::string(16, 'r');
        records.push_back(encounter::encode(record));
        bodies += records.back() + "\xff";
    }
    seeds.add(as_records + bodies);
    std::string file = std::string(journal::first_line) + journal::framed("header");
    for (const std::string& record : records) file += journal::framed(record);
    seeds.add(as_bytes + file);
    seeds.add(as_bytes + file + file);
    seeds.add(as_bytes + file + std::string(4096, '\0'));
    seeds.add(as_bytes + file.substr(0, file.size() - 5));
}

// Small enough for the fuzzer's longest input; the shipped drawings are not.
void image_seeds(Seeds& seeds) {
    const std::string as_is(1, '\0'), mended(1, '\1');
    const auto four = [](int value) { return std::string(3, '\0') + static_cast<char>(value); };
    const auto part = [&](const std::string& kind, const std::string& body) {
        return four(static_cast<int>(body.size())) + kind + body + std::string(4, '\0');
    };
    const std::string grey("\x78\x01\x63\x60\x60\x60\x60\x60\x00\x00\x00\x06\x00\x01", 14);
    for (const char* kind : {"\x08\x00", "\x08\x02", "\x08\x03", "\x10\x06", "\x01\x00"}) {
        const std::string depth_and_colours(kind, 2);
        seeds.add(mended + "\x89PNG\r\n\x1a\n" +
                  part("IHDR", four(2) + four(2) + depth_and_colours + std::string(3, '\0')) +
                  part("PLTE", std::string(6, '\7')) + part("IDAT", grey) + part("IEND", ""));
    }
    seeds.add(as_is + std::string("\xFF\xD8\xFF\xC0\0\x0B\x08\0\x08\0\x08\x01\x01\x11\0\xFF\xDA\0\x08\x01\x01\0\0\x3F\0"
                                  "\x12\x34\xFF\xD9",
                                  29));
    for (const char* other : {"GIF89a", "P6\n30000 30000\n255\n", "BM", "8BPS", "#?RADIANCE\n", "<svg/>"})
        seeds.add(as_is + other);
}

void package_seeds(Seeds& seeds) {
    const std::string as_is(1, '\0'), as_entries(1, '\1');
    const std::string plain(1, '\1'), folder(1, '\2'), link(1, '\3'), packed(1, '\5'), lying(1, '\x11');
    const std::string sound = plain + "heel/case.yaml\nlanguage: en\n";
    for (const std::string& more :
         {folder + "heel/\n", packed + "heel/case.nb.yaml\nlanguage: nb\n" + std::string(200, 'a'),
          plain + "heel/expert.journal\njournal 1 heel seed 0 lang en\nfinish\n", plain + "../case.yaml\nx",
          plain + "..\\case.yaml\nx", plain + "/etc/passwd\nx", plain + "C:/x\nx", plain + "heel/CASE.yaml\nx",
          plain + "heel/con.journal\nx", link + "heel/out\n/tmp\xff" + plain + "heel/out/x\nx",
          lying + "heel/a.journal\nx", packed + "heel/a.journal\n" + std::string(30'000, 'a')}) {
        seeds.add(as_entries + sound + "\xff" + more);
    }
    for (const bool deflated : {false, true}) {
        const exchange::RawEntry entry{"heel/case.yaml", "language: en\n" + std::string(50, 'a'), 0, 0, deflated};
        const std::string archive = exchange::raw_zip({entry}, "a comment");
        seeds.add(as_is + archive);
        seeds.add(as_is + archive + archive);
        seeds.add(as_is + archive.substr(0, archive.size() / 2));
    }
    seeds.add(as_is + "<html>sign in</html>");
}

}  // namespace
}  // namespace palpera::fuzz

int main(int count, char** words) {
    using namespace palpera::fuzz;
    if (count != 3) return 2;
    const std::string fuzzer = words[1];
    Seeds seeds(words[2]);
    if (fuzzer == "document") document_seeds(seeds);
    if (fuzzer == "script") script_seeds(seeds);
    if (fuzzer == "case") case_seeds(seeds);
    if (fuzzer == "journal") journal_seeds(seeds);
    if (fuzzer == "image") image_seeds(seeds);
    if (fuzzer == "package") package_seeds(seeds);
    std::printf("%d seeds\n", seeds.count());
    return seeds.count() > 0 ? 0 : 1;
}
