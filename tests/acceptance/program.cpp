#include "tests/acceptance/program.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

namespace palpera::acceptance {
namespace {

namespace fs = std::filesystem;

#ifdef __SANITIZE_ADDRESS__
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

std::string text_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return std::move(text).str();
}

void redirect(int stream, const fs::path& file, int flags) {
    const int opened = ::open(file.c_str(), flags, 0600);
    if (opened < 0 || ::dup2(opened, stream) < 0) ::_exit(97);
    if (opened != stream) ::close(opened);
}

// In the child: only what may be done between fork and exec.
[[noreturn]] void become_program(char* const* arguments, char* const* environment, const fs::path& folder,
                                 const fs::path& input, const fs::path& out, const fs::path& err) {
    redirect(STDIN_FILENO, input, O_RDONLY);
    redirect(STDOUT_FILENO, out, O_WRONLY | O_CREAT | O_TRUNC);
    redirect(STDERR_FILENO, err, O_WRONLY | O_CREAT | O_TRUNC);
    // The address sanitizer reserves more than any limit for its shadow memory.
    const rlimit memory{512u << 20, 512u << 20};
    if (!sanitized && ::setrlimit(RLIMIT_AS, &memory) != 0) ::_exit(97);
    if (::chdir(folder.c_str()) != 0) ::_exit(97);
    ::alarm(20);
    ::execve(PALPERA_PROGRAM, arguments, environment);
    ::_exit(97);
}

}  // namespace

Ended run_program(const std::vector<std::string>& arguments, const fs::path& folder, const fs::path& input) {
    const fs::path out = folder.string() + ".out", err = folder.string() + ".err";
    std::vector<std::string> words{"palpera"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::string home = "HOME=" + folder.string(), language = "LANG=en_GB.UTF-8";
    std::vector<char*> pointers, environment{home.data(), language.data(), nullptr};
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const pid_t child = ::fork();
    if (child == 0) become_program(pointers.data(), environment.data(), folder, input, out, err);
    Ended run;
    int status = 0;
    rusage used{};
    if (child < 0 || ::wait4(child, &status, 0, &used) != child) return run;
    if (WIFEXITED(status)) run.code = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) run.signal = WTERMSIG(status);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    run.cpu = seconds(used.ru_utime) + seconds(used.ru_stime);
    run.out = text_of(out);
    run.err = text_of(err);
    fs::remove(out);
    fs::remove(err);
    return run;
}

double most_seconds() { return sanitized ? 10 : 2; }

}  // namespace palpera::acceptance
