#!/usr/bin/env bash
# smoke.sh PROGRAM FOLDER: opens the program on a display of its own, begins a visit with the mouse, looks that the visit
# is on the disk, that the resting window costs nothing, and that a kill leaves the visit whole.
set -u
program=$1 folder=$2
rm -rf "$folder"
mkdir -p "$folder"
fail() { echo "smoke: $*" >&2; exit 1; }

mkfifo "$folder/display.fifo" || exit 1
exec 3<>"$folder/display.fifo"
Xvfb -displayfd 3 -screen 0 1440x900x24 -noreset -nolisten tcp >/dev/null 2>&1 &
server=$!
student=
trap 'kill $server $student 2>/dev/null' EXIT
read -r -t 20 number <&3 || fail "no display"
export DISPLAY=":$number"
unset WAYLAND_DISPLAY XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME
unset LC_ALL LC_MESSAGES
export HOME=$folder LANG=C.UTF-8

"$program" >"$folder/out" 2>&1 &
student=$!
window=$(timeout 30 xdotool search --sync --onlyvisible --name Palpera | head -n 1)
[ -n "$window" ] || fail "no window: $(cat "$folder/out")"

# The first card of the library; software drawing may be slow, so the press is repeated until the visit is there.
for _ in $(seq 20); do
    xdotool mousemove 400 250 click 1
    timeout 2 bash -c "until compgen -G '$folder/.local/share/palpera/journals/*.journal' >/dev/null; do :; done" && break
done
compgen -G "$folder/.local/share/palpera/journals/*.journal" >/dev/null || fail "no visit has begun"

ticks() { awk '{print $14 + $15}' "/proc/$student/stat"; }
timeout 3 tail -f /dev/null   # let the last frames be drawn
before=$(ticks)
timeout 4 tail -f /dev/null
used=$(($(ticks) - before))
[ "$used" -le 20 ] || fail "the resting window used $used of 400 ticks"

# Ended without a word, as by a crash: the visit can be taken up again.
kill -KILL $student
wait $student 2>/dev/null
journal=$(compgen -G "$folder/.local/share/palpera/journals/*.journal" | head -n 1)
case=$(basename "$journal" | sed 's/-.*//')   # whichever card was the first
"$program" play "$case" --journal "$journal" </dev/null || fail "the visit cannot be taken up again"
echo "smoke: window, visit, rest ($used ticks in 4 s) and what is left after a crash are as they should be"
