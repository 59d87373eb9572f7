#!/usr/bin/env bash
# Everything that is done with this repository, by one command each; what is missing is installed first.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  cat <<'TEXT'
Click to Call for uContact

  ./build.sh demo [--headless]  build, start the sandbox, open a browser that is set up for it, place a call
  ./build.sh test [--faults]    every test, in real Chromium and real Firefox too; with --faults a million replies,
                                every fault of a server and ten thousand gestures, which take half an hour more
  ./build.sh test --crm         calls from a real CRM alone: Tryton's web client with two hundred parties, in both
                                browsers (Debian's packages of it; its database is thrown away)
  ./build.sh build [--dev]      the extension, unpacked: dist/store/, or dist/dev/ which may reach loopback hosts
  ./build.sh gallery [WORD…]    a picture of every view in every state, or of those named so: dist/gallery/index.html
  ./build.sh lint               formats, lints and types
  ./build.sh bench finder       the finder beside other engines, on its corpus: speed, size, precision; what is met
  ./build.sh bench call         a click beside a page's bare fetch: to the first feedback, to the request's arrival
  ./build.sh bench page [WORD…] a page with the extension, without, and with ringcentral-c2d: how soon, at what cost;
                                words name parts (soon scans changes weights marks cold stillness) and a browser
  ./build.sh bench popup        until the popup is drawn, with a few calls and with a thousand, beside a bare page
  ./build.sh -h                 this page

Needs a Linux machine with cargo (rustup) and Node.js 20 or newer. Chromium and Firefox are installed by apt where
that is possible; others are named by CHROMIUM=… and FIREFOX=… .
TEXT
}

say() { printf '\n\033[1m== %s\033[0m\n' "$*"; }
die() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# --- what the machine must have ---

need_rust() {
  has cargo || die "cargo is missing: install Rust from https://rustup.rs, then run this again"
  local sysroot; sysroot=$(rustc --print sysroot)
  [ -d "$sysroot/lib/rustlib/wasm32-unknown-unknown" ] || rustup target add wasm32-unknown-unknown
  has cc || apt_install gcc libc6-dev
}

need_node() {
  has node && has npm || die "Node.js is missing: install version 20 or newer from https://nodejs.org"
  [ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || die "Node.js $(node -v) is too old: 20 or newer is needed"
  need_packages extension
}

need_packages() { # FOLDER
  local installed=$1/node_modules/.package-lock.json
  [ "$installed" -nt "$1/package-lock.json" ] || (cd "$1" && npm ci --no-audit --no-fund && touch "node_modules/.package-lock.json")
}

need_browsers() {
  local missing=()
  [ -n "${CHROMIUM:-}" ] || has chromium || missing+=(chromium)
  [ -n "${CHROMEDRIVER:-}" ] || has chromedriver || missing+=(chromium-driver)
  [ -n "${FIREFOX:-}" ] || has firefox-esr || has firefox || missing+=(firefox-esr)
  [ "${#missing[@]}" -eq 0 ] || apt_install "${missing[@]}" fonts-noto-core
}

need_tryton() {
  local missing=() package
  for package in tryton-server tryton-modules-party tryton-sao; do
    dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
  done
  [ "${#missing[@]}" -eq 0 ] || apt_install "${missing[@]}"
}

apt_install() {
  has apt-get && [ "$(id -u)" -eq 0 ] || die "missing: $*. Install them with your package manager, then run this again"
  say "installing $*"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# --- building ---

build_extension() { # [--dev]
  cargo xtask bindings "$@"
  (cd extension && node build.mjs "$@")
}

build_sandbox() { cargo build --quiet --package ucontact-sandbox; }

# --- checks ---

in_extension() { (cd extension && npx --no-install "$@"); }

lint_rust() {
  cargo fmt --all --check
  for apart in bench/wasm fuzz; do cargo fmt --check --manifest-path "crates/phone-finder/$apart/Cargo.toml"; done
  cargo clippy --quiet --workspace --all-targets --all-features -- -D warnings
  cargo clippy --quiet --package ucontact-wasm --all-targets --target wasm32-unknown-unknown -- -D warnings
}

lint_extension() {
  in_extension prettier --check --log-level warn --config .prettierrc.json . ../crates/phone-finder/bench
  in_extension tsc --noEmit
}

lint_packages() { in_extension web-ext lint --source-dir ../dist/store --warnings-as-errors --no-config-discovery; }

wasm_tests() { # in Node, then in Chromium's service worker
  cargo test --package ucontact-wasm --target wasm32-unknown-unknown --test node
  CHROMEDRIVER=${CHROMEDRIVER:-$(command -v chromedriver)} \
    cargo test --package ucontact-wasm --target wasm32-unknown-unknown --test service_worker
}

million_replies() { PROPTEST_CASES=1000000 cargo test --release --package ucontact-core means; }

# --- the run of all tests: every step runs, every figure counts ---

passed=0
failed=0

step() { # NAME COMMAND…
  local name=$1 log status
  shift
  say "$name"
  log=$(mktemp)
  # Not as a condition: bash would then go on after a command that failed inside the step.
  set +e
  (set -e; "$@") 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}
  set -e
  count "$log" "$status"
  rm -f "$log"
}

# Adds the figures that the runners printed; a step that counts nothing itself counts as one.
count() { # LOG STATUS
  local good bad
  read -r good bad < <(sed 's/\x1b\[[0-9;]*m//g' "$1" | awk '
    /test result:/ || /^ *Tests  / {
      for (i = 2; i <= NF; i++) {
        if ($i ~ /^passed;?$/) good += $(i - 1)
        if ($i ~ /^failed;?$/) bad += $(i - 1)
      }
    }
    END { print good + 0, bad + 0 }')
  if [ "$2" -eq 0 ] && [ "$good" -eq 0 ]; then good=1; fi
  if [ "$2" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  passed=$((passed + good))
  failed=$((failed + bad))
}

run_tests() { # [--faults]
  [ "${1:-}" != --faults ] || export FAULTS=all
  need_rust; need_node; need_browsers
  need_packages extension/e2e/frameworks
  step "Rust: format and lints" lint_rust
  step "Rust: tests" cargo test --workspace --all-features
  step "Rust: tests of the store's features" cargo test --package ucontact-core
  [ -z "${FAULTS:-}" ] || step "Rust: a million replies" million_replies
  step "build: dist/dev" build_extension --dev
  step "build: dist/store" build_extension
  step "build: sandbox" build_sandbox
  step "wasm: tests in Node and in a service worker" wasm_tests
  step "extension: format and types" lint_extension
  step "extension: packages" lint_packages
  step "extension: unit tests" in_extension vitest run --project unit
  step "extension: in Chromium and Firefox" in_extension vitest run --project e2e
  tell_count
}

run_crm() {
  need_rust; need_node; need_browsers; need_tryton
  say "building"
  build_extension --dev
  build_sandbox
  step "extension: in Tryton" in_extension vitest run --project crm
  tell_count
}

tell_count() {
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ]
}

demo() { # [--headless]
  need_rust; need_node; need_browsers
  say "building"
  build_extension --dev
  build_sandbox
  say "the demo"
  in_extension tsx e2e/demo.ts "$@"
}

gallery() { # [WORD…]
  need_rust; need_node; need_browsers
  say "building"
  build_extension --dev
  build_sandbox
  say "the gallery"
  in_extension tsx e2e/gallery/main.ts "$@"
}

# --- measuring: everything side by side in one run ---

bench_finder() {
  local folder=crates/phone-finder/bench
  need_packages "$folder"
  say "building the engines"
  build_extension
  cargo build --quiet --manifest-path "$folder/wasm/Cargo.toml" --target-dir target/bench \
    --target wasm32-unknown-unknown --release --examples
  say "measuring"
  node "$folder/main.mjs"
}

bench_browsers() { # NAME [WORD…]
  need_browsers
  build_extension --dev
  build_sandbox
  say "measuring"
  in_extension tsx "bench/$1.ts" "${@:2}"
}

bench() { # NAME
  need_rust; need_node
  case "${1:-}" in
    finder) bench_finder ;;
    call | popup) bench_browsers "$1" ;;
    page) need_packages crates/phone-finder/bench; bench_browsers "$@" ;;
    *) usage >&2; exit 2 ;;
  esac
}

case "${1:-}" in
  demo) shift; demo "$@" ;;
  test)
    shift
    case "${1:-}" in
      --crm) run_crm ;;
      *) run_tests "$@" ;;
    esac
    ;;
  build) shift; need_rust; need_node; build_extension "$@" ;;
  gallery) shift; gallery "$@" ;;
  bench) shift; bench "$@" ;;
  lint) need_rust; need_node; lint_rust; build_extension; lint_extension; lint_packages ;;
  -h | --help | help) usage ;;
  *) usage >&2; exit 2 ;;
esac
