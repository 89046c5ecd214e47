# Sourced by ./run and ./test from the repository's root: installs what the machine lacks, one line a step.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
mkdir -p .tools
setup_log="$PWD/.tools/setup.log"
: >"$setup_log"

stop() { # stop SENTENCE
    printf '%s\n' "$1" >&2
    exit 1
}

step() { # step WHAT COMMAND...
    local what="$1" from="$EPOCHREALTIME" code=0 to
    shift
    "$@" >>"$setup_log" 2>&1 </dev/null || code=$?
    to="$EPOCHREALTIME"
    printf '%-28s %6.1f s%s\n' "$what" "$(((${to/[.,]/} - ${from/[.,]/}) / 100000))e-1" "$([[ $code == 0 ]] || echo '  failed')"
    return "$code"
}

explain() { # explain SENTENCE: after a failed step, its last lines, then the sentence
    tail -n 25 "$setup_log" >&2
    stop "$1"
}

install_packages() { # install_packages PACKAGE...
    local as=()
    if [[ $EUID -ne 0 ]]; then
        if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as=(sudo -n); else
            stop "Missing: $*. Run this, then start again:  sudo apt-get update && sudo apt-get install -y $*"
        fi
    fi
    command -v apt-get >/dev/null || stop "Missing: $*. There is no apt-get here; install them as this system does, then start again."
    "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
        "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

need_packages() { # need_packages WHAT PACKAGE...
    local what="$1"
    shift
    if [[ $EUID -ne 0 ]] && ! { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }; then install_packages "$@"; fi
    step "$what" install_packages "$@" || explain "apt-get could not install: $*. The lines above tell why."
}

have_postgres() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null; }

need_dotnet() {
    command -v dotnet >/dev/null || stop "The .NET 10 SDK is missing: see https://dotnet.microsoft.com/download/dotnet/10.0, then start again."
    dotnet --version >>"$setup_log" 2>&1 || explain "The .NET 10 SDK is missing; the lines above tell which one is here."
}

# PostgreSQL, unless a container engine answers or a server is configured, and the program that reads PDF files.
need_servers() {
    local packages=()
    if ! have_postgres && [[ -z "${ConnectionStrings__synthdatagen:-}" ]] && ! { docker info || podman info; } >/dev/null 2>&1; then packages+=(postgresql); fi
    command -v pdftotext >/dev/null || packages+=(poppler-utils)
    if ((${#packages[@]})); then need_packages "install ${packages[*]}" "${packages[@]}"; fi
}

need_npm() { command -v npm >/dev/null || need_packages "install nodejs npm" nodejs npm; }

need_test_parts() {
    local packages=()
    have_postgres || packages+=(postgresql)
    command -v chromium >/dev/null || packages+=(chromium)
    compgen -G '/usr/share/fonts/truetype/*/*.ttf' >/dev/null || packages+=(fonts-liberation)
    command -v tesseract >/dev/null || packages+=(tesseract-ocr)
    command -v python3 >/dev/null || packages+=(python3)
    if ((${#packages[@]})); then need_packages "install ${packages[*]}" "${packages[@]}"; fi
    # In one call: npm takes away what it was not asked for.
    if [[ ! -d .tools/node_modules/s3rver || ! -d .tools/node_modules/axe-core ]]; then
        need_npm
        step "fetch s3rver and axe-core" npm install --prefix .tools --no-save --no-audit --no-fund --silent s3rver@3.7.1 axe-core@4.11.0 ||
            explain "npm could not fetch s3rver and axe-core, the S3 server and the accessibility rules of the tests."
    fi
}
