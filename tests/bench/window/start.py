#!/usr/bin/env python3
"""start.py PROGRAM BARE_WINDOW FRAME_CLOCK: start and memory of Palpera against a bare window, under Xvfb.

Rounds interleaved, medians and the worst round. The first start of Palpera has no caches; it is told apart.
"""
import os, statistics, subprocess, sys, tempfile, time

ROUNDS = 9
REST = 1.5  # seconds until what is drawn at the start has been drawn


def start(program, home, clock):
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "LC_", "WAYLAND"))}
    environment.update(HOME=home, LANG="C.UTF-8", LD_PRELOAD=clock)
    log = open(os.path.join(home, "log"), "w+")
    begun = time.clock_gettime(time.CLOCK_MONOTONIC)
    process = subprocess.Popen([program], env=environment, stdout=subprocess.DEVNULL, stderr=log)
    time.sleep(REST)
    folder = f"/proc/{process.pid}/"
    memory = dict(line.split(":") for line in open(folder + "smaps_rollup").read().splitlines()[1:])
    ticks = sum(map(int, open(folder + "stat").read().rsplit(")", 1)[1].split()[11:13]))
    time.sleep(REST)
    later = sum(map(int, open(folder + "stat").read().rsplit(")", 1)[1].split()[11:13]))
    process.kill()
    process.wait()
    log.seek(0)
    frames = [line.split() for line in log if line.startswith("frame ")]
    return {"first frame, ms": int(frames[0][2]) / 1e3 - begun * 1e3,
            "processor until the first frame, ms": int(frames[0][3]) / 1e3,
            "processor until at rest, ms": ticks * 10, "frames until at rest": len(frames), "processor at rest, ms in %.1f s" % REST: (later - ticks) * 10, "PSS, MB": int(memory["Pss"].split()[0]) / 1024}


def main():
    program, bare, clock = map(os.path.abspath, sys.argv[1:4])
    with tempfile.TemporaryDirectory() as home:
        server = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-noreset", "-nolisten", "tcp"],
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        os.environ["DISPLAY"] = ":" + server.stdout.readline().strip()
        try:
            cold = start(program, home, clock)
            start(bare, home, clock)
            rounds = [(start(bare, home, clock), start(program, home, clock)) for _ in range(ROUNDS)]
        finally:
            server.kill()
    print("without caches:", {key: round(value, 1) for key, value in cold.items()})
    for key in cold:
        base, ours = ([r[i][key] for r in rounds] for i in (0, 1))
        line = f"{key}: bare {statistics.median(base):.1f}, Palpera {statistics.median(ours):.1f}"
        if statistics.median(base) > 0:
            ratios = [o / b for b, o in zip(base, ours)]
            line += f", ratio {statistics.median(ours) / statistics.median(base):.2f} (worst round {max(ratios):.2f})"
        print(line)


main()
