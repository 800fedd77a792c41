#!/usr/bin/env bash
# Tries every command of a built program once: Tests/smoke.sh PROGRAM
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
export HOME=$folder LC_ALL=C.UTF-8 TERM=xterm
fail() {
  echo "smoke: $1" >&2
  exit 1
}

test "$("$program" --version)" = 0.1.0 || fail "--version"
for command in brief diff claims events incidents cast --linear; do
  "$program" $command > "$folder/output" || fail "$command"
  test -s "$folder/output" || fail "$command says nothing"
done
"$program" explain seeds/undated/two-dispatches.txt > /dev/null || fail explain
"$program" text seeds/undated/two-dispatches.txt | cmp - seeds/undated/two-dispatches.txt || fail text

# What is written is read back to the same briefing, but for the words that it is the built-in example.
"$program" events > "$folder/events.jsonl"
cmp <("$program" brief | sed 's/ (built-in example, [^)]*)//') <("$program" brief "$folder/events.jsonl") || fail "events read back"

# The board opens on a terminal, quits, and leaves nothing but its own state behind.
printf Q | timeout 60 script -qec "$program seeds/undated" /dev/null > "$folder/screen" || fail board
grep -q 'PEOPLE' "$folder/screen" || fail "the board is not drawn"

# A gate is a gate, and a forced command is nothing else.
SSH_ORIGINAL_COMMAND=brief "$program" gate --root "$PWD/seeds/undated" > /dev/null || fail gate
! SSH_ORIGINAL_COMMAND=brief "$program" 2> /dev/null || fail "a forced command without gate"

# It runs where no Swift is installed.
! ldd "$program" | grep -q 'libswift' || fail "a library of Swift is missing elsewhere"
echo "smoke: all well"
