#include "tests/faults/power_loss.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <random>

namespace palpera::faults {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t sector = 512;
constexpr std::size_t most_states = 64;  // at one step

// A part of a step that reaches the disk whole or not at all.
struct Piece {
    Call call = Call::write;
    int file = 0;
    fs::path path, to;
    std::size_t at = 0;
    std::string bytes;
    bool only_size = false;

    bool is_name() const { return call != Call::write && call != Call::truncate; }
};

struct Disk {
    std::map<int, std::string> files;
    std::map<fs::path, int> names;  // -1: a folder

    void take(const Piece& piece) {
        std::string& file = files[piece.file];
        switch (piece.call) {
            case Call::write:
                file.resize(std::max(file.size(), piece.at + piece.bytes.size()));
                if (!piece.only_size) file.replace(piece.at, piece.bytes.size(), piece.bytes);
                break;
            case Call::truncate: file.resize(piece.at); break;
            case Call::open: names[piece.path] = piece.file; break;
            case Call::make_folder: names[piece.path] = -1; break;
            case Call::remove: names.erase(piece.path); break;
            case Call::rename:
                names.erase(piece.path);
                names[piece.to] = piece.file;
                break;
            default: break;
        }
    }

    void lay_out(const fs::path& folder) const {
        fs::remove_all(folder);
        fs::create_directories(folder);
        // A folder comes before what is in it. What lies in a folder that is not there is lost with it.
        for (const auto& [path, file] : names) {
            if (!fs::is_directory(path.parent_path())) continue;
            if (file < 0) {
                fs::create_directory(path);
                continue;
            }
            const auto bytes = files.find(file);
            std::ofstream stream(path, std::ios::binary);
            if (bytes != files.end()) stream << bytes->second;
        }
    }
};

std::vector<Piece> pieces_of(const Step& step) {
    if (step.call == Call::sync || step.call == Call::close || step.call == Call::reserve ||
        step.call == Call::acknowledged) {
        return {};
    }
    if (step.call != Call::write) return {{step.call, step.file, step.path, step.to, step.at, "", false}};
    std::vector<Piece> pieces{{step.call, step.file, {}, {}, step.at, step.bytes, true}};
    for (std::size_t from = 0; from < step.bytes.size();) {
        const std::size_t room = sector - (step.at + from) % sector;
        pieces.push_back({step.call, step.file, {}, {}, step.at + from, step.bytes.substr(from, room), false});
        from += room;
    }
    return pieces;
}

bool is_confirmed_by(const Piece& piece, const Step& sync) {
    if (sync.file != 0) return !piece.is_name() && piece.file == sync.file;
    return piece.is_name() && (piece.path.parent_path() == sync.path || piece.to.parent_path() == sync.path);
}

// Which of so many pieces reach the disk: all choices where they are few, else none, all, all but one, and by chance.
std::vector<std::vector<bool>> choices(std::size_t pieces) {
    std::vector<std::vector<bool>> all;
    if (pieces <= 6) {
        for (std::size_t bits = 0; bits < std::size_t{1} << pieces; ++bits) {
            std::vector<bool> choice(pieces);
            for (std::size_t i = 0; i < pieces; ++i) choice[i] = ((bits >> i) & 1) != 0;
            all.push_back(std::move(choice));
        }
        return all;
    }
    all.emplace_back(pieces, false);
    all.emplace_back(pieces, true);
    for (std::size_t i = 0; i < pieces && all.size() < most_states / 2; ++i) {
        all.emplace_back(pieces, true);
        all.back()[i] = false;
    }
    std::minstd_rand chance(1);
    while (all.size() < most_states) {
        all.emplace_back(pieces);
        for (std::size_t i = 0; i < pieces; ++i) all.back()[i] = (chance() & 64) != 0;
    }
    return all;
}

}  // namespace

int after_each_power_loss(const std::vector<Step>& steps, const fs::path& folder,
                          const std::function<void(int acknowledged, const std::string& what)>& look) {
    Disk safe;
    std::vector<Piece> pending;
    int acknowledged = 0, states = 0;
    for (std::size_t i = 0; i <= steps.size(); ++i) {
        if (i > 0) {
            const Step& step = steps[i - 1];
            if (step.call == Call::acknowledged) ++acknowledged;
            if (step.call == Call::sync) {
                std::erase_if(pending, [&](const Piece& piece) {
                    if (is_confirmed_by(piece, step)) safe.take(piece);
                    return is_confirmed_by(piece, step);
                });
            }
            for (Piece& piece : pieces_of(step)) pending.push_back(std::move(piece));
        }
        for (const std::vector<bool>& choice : choices(pending.size())) {
            Disk disk = safe;
            std::string what = "after step " + std::to_string(i) + ", kept ";
            for (std::size_t n = 0; n < pending.size(); ++n) {
                if (choice[n]) disk.take(pending[n]);
                what += choice[n] ? '1' : '0';
            }
            disk.lay_out(folder);
            look(acknowledged, what);
            ++states;
        }
    }
    return states;
}

}  // namespace palpera::faults
