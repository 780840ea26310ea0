#include "tests/faults/child.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

namespace palpera::faults {

Ended in_child(const std::function<int(const std::function<void(char)>& tell)>& act) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        const int code = act([&](char mark) {
            if (::write(ends[1], &mark, 1) != 1) ::_exit(99);
        });
        ::_exit(code);
    }
    ::close(ends[1]);
    Ended ended;
    char mark = 0;
    while (::read(ends[0], &mark, 1) == 1) ended.told += mark;
    ::close(ends[0]);
    int status = 0;
    if (::waitpid(child, &status, 0) != child) throw std::runtime_error("no child");
    ended.killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    if (WIFEXITED(status)) ended.code = WEXITSTATUS(status);
    return ended;
}

}  // namespace palpera::faults
