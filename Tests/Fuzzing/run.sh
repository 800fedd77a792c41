#!/bin/sh
# Fuzzes with libFuzzer and the address sanitizer: Tests/Fuzzing/run.sh [RUNS] [SECONDS] [reader|decoders] [quick]
# The reader, or the decoders of what others wrote: wire, journal, gate, event lines (also told as lines), feeds, pages,
# mails, news in JSON and XML, texts, settings and kept claims. Inputs that once ended the program are kept in Tests/Fuzzing/kept and tried first.
# What it finds is left as crash-*, timeout-* or oom-* in .build/fuzzing/reader or .build/fuzzing/decoders.
# "quick" optimises the reader alone: of the others each takes minutes to optimise, most of them the situation.
set -eu
cd "$(dirname "$0")/../.."
runs=${1:-10000000}
seconds=${2:-0}
what=${3:-reader}
mode=${4:-optimised}
# The modules are built once for both.
build=.build/fuzzing/$mode
found=.build/fuzzing/$what
corpus=.build/fuzzing/corpus
longest=400
test "$what" = reader || { corpus=.build/fuzzing/corpus-decoders; longest=3000; }
mkdir -p "$build" "$corpus" "$found"

# Set once a module was built: those after it may stand on it.
stale=

# compile MODULE FOLDER-OR-FILE: builds what is newer than what was built of it.
compile() {
  object=$build/$1.o
  if test -z "$stale" -a -f "$object" -a ! "$build/Situation.o" -nt "$object" &&
    test -z "$(find "$2" -name '*.swift' -newer "$object")"; then return; fi
  stale=1
  level=-O
  test "$mode" = optimised -o "$1" = ArticleReader || level=-Onone
  swiftc $level -wmo -parse-as-library -enable-testing -swift-version 6 -package-name sitboard -sanitize=fuzzer,address \
    -I "$build" $maps -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault \
    -module-name "$1" -emit-module -emit-module-path "$build/$1.swiftmodule" -c -o "$build/$1.o" \
    $(find "$2" -name '*.swift')
}

# A module of C: its map, and its code with the sanitizer.
compile_c() {
  mkdir -p "$build/$1"
  printf 'module %s { header "%s/Sources/%s/include/%s.h" export * }\n' "$1" "$PWD" "$1" "$1" > "$build/$1/module.modulemap"
  clang -O1 -g -fsanitize=address -I/usr/include/libxml2 $mail -ISources/"$1"/include -c -o "$build/$1.o" "Sources/$1/$1.c"
  maps="$maps -Xcc -fmodule-map-file=$build/$1/module.modulemap"
}

maps=
mail="-I/usr/include/gmime-3.0 $(pkg-config --cflags-only-I glib-2.0)"
compile Situation Sources/Situation
if test "$what" = reader; then
  compile ArticleReader Sources/ArticleReader
  compile ReaderFuzzer Tests/Fuzzing/ReaderFuzzer.swift
  objects="Situation ArticleReader ReaderFuzzer"
  # The first inputs: every line of the dispatches.
  cat seeds/*.txt seeds/undated/*.txt |
    awk -v to="$corpus" 'length > 0 { file = to "/line-" NR; print > file; close(file) }'
else
  for module in CLinux CDigest CXML CMail CArchive; do compile_c $module; done
  compile Formats Sources/Formats
  compile Journal Sources/Journal
  compile Sharing Sources/Sharing
  compile Intake Sources/Intake
  compile Briefing Sources/Briefing
  compile BoardUI Sources/BoardUI
  compile DecoderFuzzer Tests/Fuzzing/DecoderFuzzer.swift
  objects="Situation CLinux CDigest CXML CMail CArchive Formats Journal Sharing Intake Briefing BoardUI DecoderFuzzer"
  # The first inputs: something that each decoder takes, after the byte that chooses it.
  first() { printf "$2" > "$corpus/$1"; }
  first wire '\000\000\000\000\001\001a'
  first journal '\001{"sitboard":"journal","version":1,"identity":"0"}\n'
  first act '\002{"article_id":{"digest":"%064d","story":1},"author":"a","at":"2025-03-12T14:10+05:00","text":"t","act":"undo","entry":1}' 0
  first gate '\003brief --since last --as-of 2025-03-12 --width 40'
  first events '\004{"sitboard":"events","version":1}\n'
  first feed '\005<rss><channel><item><title>t</title><pubDate>Wed, 12 Mar 2025 09:10:00 GMT</pubDate><description>&lt;p&gt;190 freed&lt;/p&gt;</description></item></channel></rss>'
  first page '\006<html><head><title>t</title></head><body><article><p>190 people were freed.</p></article></body></html>'
  first settings '\010[keys]\n"ctrl-n" = "match-next" # n\n[reliability]\nDawn.x = "B"\n'
  first lines '\011{"sitboard":"events","version":1}\n'
  first kept '\012\002\010\000\001\000\002x\000\001\000\012\000\001\000\000\016\000\002\001\000\012\000\002\000\002r'
  first text '\007Title: t\nDate: 2025-03-12\n\n190 people were freed.\n'
fi
cp Tests/Fuzzing/kept/"$what"/* "$corpus/"
swiftc -sanitize=fuzzer,address -use-ld=lld -lmd -o "$found/$what-fuzzer" $(printf "$build/%s.o " $objects)

SITBOARD_LEXICON=Sources/ArticleReader/Lexicon SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 \
  exec "$found/$what-fuzzer" -runs="$runs" -max_total_time="$seconds" -max_len=$longest -timeout=10 -print_final_stats=1 \
  -artifact_prefix="$found/" "$corpus"
