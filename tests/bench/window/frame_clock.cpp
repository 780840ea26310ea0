// Preloaded into a program with a window: tells on the standard error when each of its frames has been swapped, in
// microseconds since the machine started, and the processor time used until then, so that a start is measured alike in
// any program.
#include <dlfcn.h>
#include <time.h>
#include <unistd.h>

#include <cstdio>

struct GLFWwindow;

static long long microseconds(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<long long>(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
}

extern "C" void glfwSwapBuffers(GLFWwindow* window) {
    static const auto swap = reinterpret_cast<void (*)(GLFWwindow*)>(dlsym(RTLD_NEXT, "glfwSwapBuffers"));
    static int frame = 0;
    swap(window);
    char line[96];
    const int length = std::snprintf(line, sizeof line, "frame %d %lld %lld\n", ++frame, microseconds(CLOCK_MONOTONIC),
                                     microseconds(CLOCK_PROCESS_CPUTIME_ID));
    if (write(2, line, static_cast<std::size_t>(length)) < 0) return;
}
