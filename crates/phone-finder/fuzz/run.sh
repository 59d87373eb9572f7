#!/usr/bin/env bash
# Searches for inputs that break an invariant of the finder: fuzz/run.sh find|read [SECONDS]
# With `cargo fuzz` the same is: cargo fuzz run --sanitizer none find
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

target=${1:?find or read} seconds=${2:-60}
work=$PWD/../../../target/fuzz
host=$(rustc -vV | sed -n 's/^host: //p')
command -v c++ >/dev/null || { echo "a C++ compiler is missing: libFuzzer is built with it" >&2; exit 1; }

# What cargo-fuzz asks of rustc, less the sanitizers, which need a nightly and have nothing to find where no code is unsafe.
coverage="--cfg fuzzing -Cpasses=sancov-module -Ccodegen-units=1"
for option in level=4 inline-8bit-counters pc-table trace-compares; do
  coverage+=" -Cllvm-args=-sanitizer-coverage-$option"
done

# The texts of the corpus, and the numbers in them alone, each behind its country's letters.
seeds=$work/seeds
rm -rf "$seeds"
mkdir -p "$seeds" "$work/corpus/$target"
for file in ../corpus/??.txt; do
  region=$(basename "$file" .txt)
  { sed 's/⟦\([^|⟧]*\)|[^⟧]*⟧/\1/g' "$file"; sed -n 's/^[^⟦]*⟦\([^|]*\)|.*/\1/p' "$file"; } |
    sed "s/^/$region/" | split -l 1 -a 4 - "$seeds/$region"
done

RUSTFLAGS=$coverage cargo build --quiet --release --target "$host" --target-dir "$work" --bin "$target"
exec "$work/$host/release/$target" -max_total_time="$seconds" -max_len=512 -print_final_stats=1 \
  -artifact_prefix="$work/$target-" "$work/corpus/$target" "$seeds"
