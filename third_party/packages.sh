# The Debian packages that Palpera is built and tested with, for `run` and `check` to source.
# README.md beside this file says what each library is for; the test `architecture` compares the two.

build_packages=(
    g++ cmake ninja-build ccache pkg-config
    libsodium-dev zlib1g-dev libzip-dev libyaml-dev libcereal-dev nlohmann-json3-dev libcli11-dev libgtest-dev libgmock-dev
    libbenchmark-dev liblua5.4-dev libyaml-cpp-dev libsqlite3-dev
    libstb-dev libpango1.0-dev libcairo2-dev
    libimgui-dev libglfw3-dev libgl-dev libegl-dev libgl1-mesa-dri libfreetype-dev libsdl2-dev libsdl2-mixer-dev
    fonts-inter fonts-material-design-icons-iconfont
)
test_packages=(xvfb xauth xdotool sox poppler-utils python3 python3-jsonschema python3-yaml clang-14 libclang-rt-14-dev)

say() { echo "palpera: $*" >&2; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        say "neither root nor sudo here; as root, run: $*"
        return 1
    fi
}

# Installs those of the named packages that dpkg does not know as installed. Asks nothing.
install_missing() {
    if ! command -v dpkg-query >/dev/null; then
        say "this is no Debian system, so nothing is installed; needed are the likes of: $*"
        return 0
    fi
    local installed missing=() name
    installed=" $(dpkg-query --show --showformat '${db:Status-Status}:${Package} ' "$@" 2>/dev/null || true)"
    for name in "$@"; do
        [[ $installed == *" installed:$name "* ]] || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    say "installing ${missing[*]}"
    local install=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 install --yes --no-install-recommends)
    # The lists on the machine often suffice. Where they are missing or have aged, they are fetched once.
    if apt-get install --simulate --no-install-recommends "${missing[@]}" >/dev/null 2>&1 &&
        as_root "${install[@]}" "${missing[@]}" >&2; then
        return 0
    fi
    say "refreshing the lists of packages"
    as_root apt-get update >&2 && as_root "${install[@]}" "${missing[@]}" >&2
}

# configure PRESET FOLDER: only where it was not done for this source tree; afterwards ninja sees to it.
configure() {
    if [ ! -f "$2/build.ninja" ] || ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "$2/CMakeCache.txt"; then
        say "configuring $2"
        cmake --fresh --preset "$1" -B "$2" >&2
    fi
}
