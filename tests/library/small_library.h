#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/library/library.h"

namespace palpera::library {

// A library of one sore heel, small enough to see through, written to a folder of its own. Tests change its files.
class SmallLibrary {
public:
    SmallLibrary();
    ~SmallLibrary();
    SmallLibrary(const SmallLibrary&) = delete;
    SmallLibrary& operator=(const SmallLibrary&) = delete;

    // FILE as below cases/, such as "conditions/sore_heel.yaml".
    SmallLibrary& with(const std::string& file, const std::string& text);
    // The first `what` of the file becomes `by`.
    SmallLibrary& where(const std::string& file, const std::string& what, const std::string& by);
    // More lines at the file's end.
    SmallLibrary& more(const std::string& file, const std::string& text);

    const std::filesystem::path& folder() const { return folder_; }
    // Writes the files and reads them.
    Library read();
    // What the last reading complained of as an error: "FILE:LINE:COLUMN rule", FILE as below cases/.
    std::vector<std::string> errors() const;
    const base::Diagnostics& diagnostics() const { return diagnostics_; }
    void write() const;
    Places places() const;

private:
    std::filesystem::path folder_;
    std::map<std::string, std::string> files_;
    base::Diagnostics diagnostics_;
};

}  // namespace palpera::library
