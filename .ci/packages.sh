# What building and testing need from Debian 12, and the two steps that ./run and ./test share. Sourced, not run.

CONFER_BUILD_PACKAGES="g++ cmake ninja-build pkg-config antlr4 libantlr4-runtime-dev uuid-dev libboost-dev libboost-graph-dev rapidjson-dev libre2-dev libcli11-dev libedit-dev libexpat1-dev libserd-dev zlib1g-dev"
CONFER_TEST_PACKAGES="catch2 python3 python3-pexpect clang-format libxml2-utils graphviz raptor2-utils python3-rdflib python3-networkx dpkg-dev file"
# MediaWiki wants a web server and PHP in one: of those that Debian offers, these start nothing (Apache would).
CONFER_HOST_TEST_PACKAGES="chromium mediawiki mini-httpd php8.2-cgi php-cli php-sqlite3 php-mbstring php-xml"

# Node builds the web page. Where there is one already, whatever it came from, it is left as it is.
command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 || CONFER_BUILD_PACKAGES="$CONFER_BUILD_PACKAGES nodejs npm"

# need_packages NAME...: installs those that are missing, as root or with sudo, and says so.
need_packages() {
    missing=""
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -eq 0 ]; then as_root=""
    elif command -v sudo >/dev/null 2>&1; then as_root="sudo"
    else
        echo "confer: these Debian packages are missing:$missing" >&2
        echo "confer: install them as root, then start again: apt-get install$missing" >&2
        exit 1
    fi
    echo "confer: installing from Debian:$missing" >&2
    log=$(mktemp)
    if ! { $as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends $missing; } >"$log" 2>&1; then
        cat "$log" >&2
        echo "confer: apt-get could not install the packages named above" >&2
        exit 1
    fi
    rm -f "$log"
}

# build_preset PRESET TARGET: configures once and builds what changed. On a terminal the build shows its progress;
# elsewhere it is silent unless something fails.
build_preset() {
    preset=$1
    target=$2
    log=$(mktemp)
    if [ ! -f "$here/build/$preset/build.ninja" ]; then
        echo "confer: first build ($preset); this takes some minutes" >&2
        quietly cmake --preset "$preset"
    fi
    if [ -t 2 ]; then
        (cd "$here" && cmake --build --preset "$preset" --target "$target") >&2
    else
        quietly cmake --build --preset "$preset" --target "$target"
    fi
    rm -f "$log"
}

quietly() {
    (cd "$here" && "$@") >"$log" 2>&1 && return 0
    cat "$log" >&2
    echo "confer: this failed: $*" >&2
    exit 1
}
