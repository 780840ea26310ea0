#!/usr/bin/env python3
"""frames.py PROGRAM FRAME_CLOCK: what a frame costs on every page, under Xvfb with software OpenGL: library, stages of a
visit, debrief.

A mouse that never rests keeps the window drawing, so frames follow each other as fast as they can be drawn. Wall time
and processor time of a frame, medians; a busy machine shows in the wall time alone.
"""
import glob, os, statistics, subprocess, sys, tempfile, time

MOVES = 600
FINISH = ("1330", "868")


def main():
    program, clock = map(os.path.abspath, sys.argv[1:3])
    with tempfile.TemporaryDirectory() as home:
        server = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-noreset", "-nolisten", "tcp"],
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "LC_", "WAYLAND"))}
        environment.update(HOME=home, LANG="C.UTF-8", DISPLAY=":" + server.stdout.readline().strip())
        log = open(os.path.join(home, "log"), "w+")
        process = subprocess.Popen([program], env=environment | {"LD_PRELOAD": clock}, stderr=log)

        def xdotool(*words, text=None):
            subprocess.run(["xdotool", *words], env=environment, input=text, text=True, check=True)

        def frames():
            log.flush()
            return [tuple(map(int, line.split()[2:])) for line in open(log.name) if line.startswith("frame ")]

        def measure(name, places=None):
            time.sleep(1)
            before = len(frames())
            places = places or [(300 + i % 700, 200 + i % 500) for i in range(MOVES)]
            xdotool("-", text="".join(f"mousemove {x} {y} sleep 0.005\n" for x, y in places))
            time.sleep(0.5)
            drawn = frames()[before + 5:]
            for what, at in ("wall", 0), ("processor", 1):
                each = [(b[at] - a[at]) / 1e3 for a, b in zip(drawn, drawn[1:])]
                print(f"{name}: {len(each)} frames, {what} {statistics.median(each):.1f} ms"
                      f" (99 of 100 under {sorted(each)[len(each) * 99 // 100]:.1f})")

        try:
            xdotool("search", "--sync", "--onlyvisible", "--name", "Palpera")
            measure("library")
            while not glob.glob(home + "/.local/share/palpera/journals/*.journal"):
                xdotool("mousemove", "400", "300", "click", "1")
                time.sleep(0.5)
            time.sleep(2)
            for stage, page in enumerate(["history", "examination", "investigations", "assessment and plan"], 1):
                xdotool("key", f"ctrl+{stage}")
                measure(page)
                if page != "examination":
                    continue
                time.sleep(1)  # the full body is there
                at_rest = len(frames())
                time.sleep(2)
                print(f"{page}, nothing moves: {len(frames()) - at_rest} frames in 2 s")
                xdotool("mousemove", "800", "330", "mousedown", "1")
                measure("examination, the body turned", [(800 + i % 120 - 60, 330) for i in range(MOVES)])
                xdotool("mouseup", "1")
            # The foot's button at the lower right, then the question whether that is meant.
            xdotool("mousemove", *FINISH, "click", "1")
            time.sleep(1)
            xdotool("key", "Tab", "Tab", "Return")
            measure("debrief")
        finally:
            process.kill()
            server.kill()


main()
