#!/bin/sh
# Fuzzes the reader with libFuzzer and the address sanitizer: Tests/Fuzzing/run.sh [RUNS] [SECONDS]
# What it finds is left as crash-*, timeout-* or oom-* beside the corpus in .build/fuzzing.
set -eu
cd "$(dirname "$0")/../.."
runs=${1:-10000000}
seconds=${2:-0}
build=.build/fuzzing
mkdir -p "$build/corpus"

compile() {
  name=$1
  shift
  swiftc -O -wmo -parse-as-library -swift-version 6 -package-name sitboard -sanitize=fuzzer,address -I "$build" \
    -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault -module-name "$name" \
    -emit-module -emit-module-path "$build/$name.swiftmodule" -c -o "$build/$name.o" "$@"
}

compile Situation $(find Sources/Situation -name '*.swift')
compile ArticleReader $(find Sources/ArticleReader -name '*.swift')
compile ReaderFuzzer Tests/Fuzzing/ReaderFuzzer.swift
swiftc -sanitize=fuzzer,address -use-ld=lld -o "$build/reader-fuzzer" \
  "$build/Situation.o" "$build/ArticleReader.o" "$build/ReaderFuzzer.o"

# The first inputs: every line of the dispatches.
cat seeds/*.txt seeds/undated/*.txt | awk -v to="$build/corpus" 'length > 0 { file = to "/line-" NR; print > file; close(file) }'

SITBOARD_LEXICON=Sources/ArticleReader/Lexicon SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 \
  exec "$build/reader-fuzzer" -runs="$runs" -max_total_time="$seconds" -max_len=400 -timeout=10 -print_final_stats=1 \
  -artifact_prefix="$build/" "$build/corpus"
