#!/usr/bin/env bash
# Carries out the ten lines of docs/desk.md as they are written, on a server and accounts of its own:
# Tests/Packaging/desk.sh [PROGRAM], as root on Debian 12 with the packages postgresql, python3 and tmux. The accounts
# ann, ben and feed are made and removed again; where one is there already nothing is done. What differs from the page is
# where the server listens (PGHOST, PGPORT) and the address of the feed, which is on the loopback.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(realpath "${1:-.build/release/sitboard}")
work=$(mktemp -d /tmp/sitboard-ten.XXXXXX)
server= worker= feed= made=
finish() {
  tmux -S "$work/tmux" kill-server 2> /dev/null || true
  # The server takes SIGINT as the word to let nobody finish.
  for process in $worker $feed; do kill "$process" 2> /dev/null && wait "$process" || true; done
  test -z "$server" || { kill -INT "$server" && wait "$server"; } || true
  for account in $made; do userdel --remove "$account" 2> /dev/null; done
  rm -rf "$work"
}
trap finish EXIT
fail() {
  echo "desk: $1" >&2
  exit 1
}
step() { printf '%4d s  %s\n' "$SECONDS" "$1"; }
# await WHAT COMMAND…: waits until it succeeds.
await() {
  local what=$1 end=$((SECONDS + 60))
  shift
  until "$@"; do
    test $SECONDS -lt $end || fail "in vain: $what"
    read -rt 0.1 < <(:; sleep 0.2) || true
  done
}
test "$(id -u)" = 0 || fail "only root can make the accounts"
for account in ann ben feed; do ! id "$account" > /dev/null 2>&1 || fail "there is an account $account here already"; done

step "a machine with three accounts, a server, a feed and a folder of reports"
for account in ann ben feed; do
  useradd --create-home --shell /bin/bash --password '*' "$account"
  made="$made $account"
done
mkdir -p "$work/bin" "$work/place/reports" "$work/news"
cp "$program" "$work/bin/sitboard"
chmod -R a+rX "$work"
# One kind of report in the feed, another in the folder.
cat > "$work/news/feed.xml" <<'END'
<rss version="2.0"><channel><title>Wire</title><item><title>Train stopped near Sibi</title><guid>1</guid>
<pubDate>Wed, 12 Mar 2025 10:00:00 +0500</pubDate>
<description>Officials said 182 people were held on the train near Sibi.</description></item></channel></rss>
END
cat > "$work/place/reports/second.txt" <<'END'
Title: Train stopped near Sibi, second report
Outlet: Desk
Date: 2025-03-12T11:00+05:00

Doctors in Sibi said 21 people from the train were injured.
END
port=$((20000 + RANDOM))
export PGHOST=$work/socket PGPORT=$port
programs=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
mkdir "$PGHOST" "$work/data"
chown postgres: "$PGHOST" "$work/data"
# become ACCOUNT COMMAND…: takes the place of this process.
become() {
  local account=$1
  shift
  cd "$work/place"
  exec setpriv --reuid "$account" --regid "$account" --init-groups env -i \
    HOME="$(getent passwd "$account" | cut -d: -f6)" PATH="$work/bin:/usr/bin:/bin" LC_ALL=C.UTF-8 TERM=xterm-256color \
    PGHOST="$PGHOST" PGPORT="$PGPORT" "$@"
}
as() { (become "$@"); }
as postgres "$programs/initdb" -D "$work/data" -A peer > "$work/log"
(become postgres "$programs/postgres" -D "$work/data" -k "$PGHOST" -p "$port" -c listen_addresses=) > "$work/server" 2>&1 &
server=$!
await "the server answers" pg_isready -q
python3 -m http.server --bind 127.0.0.1 --directory "$work/news" $((port + 1)) > "$work/http" 2>&1 &
feed=$!
await "the feed answers" python3 -c "import urllib.request; urllib.request.urlopen('http://127.0.0.1:$((port + 1))/feed.xml')"

step "the ten lines"
sed -n '/^## Ten lines/,/^## From/{/^```sh/,/^```$/{/^```/!p}}' docs/desk.md |
  sed "s|https://example.org/feed|http://127.0.0.1:$((port + 1))/feed.xml|" > "$work/lines"
test "$(wc -l < "$work/lines")" = 10 || fail "there are $(wc -l < "$work/lines") lines in docs/desk.md"
# line NUMBER ACCOUNT: what the comment says as whom it is carried out must be so.
line() {
  local words
  words=$(sed -n "$1p" "$work/lines")
  echo "        as $2: $words"
  case $words in *"# as $2"*) ;; *) fail "line $1 is not said to be carried out as $2" ;; esac
  as "$2" bash -c "$words" > "$work/line" 2>&1 || { cat "$work/line" >&2; fail "line $1"; }
}
for number in 1 2 3 4 5; do line $number postgres; done
# The worker goes on.
(become feed bash -c "exec $(sed -n '6s/&//p' "$work/lines")") > "$work/worker" 2>&1 &
worker=$!
line 7 feed
line 8 feed
test "$(cat "$work/line")" = "1 text added" || fail "line 8 says $(cat "$work/line")"
tmux -S "$work/tmux" -f /dev/null new-session -d -x 110 -y 40 -s ann
tmux -S "$work/tmux" new-session -d -x 110 -y 40 -s ben
board() { # board NUMBER ACCOUNT
  tmux -S "$work/tmux" send-keys -t "$2" "$(declare -f become); work=$work; PGHOST=$PGHOST PGPORT=$PGPORT; become $2 bash -c \"$(sed -n "$1p" "$work/lines")\"" Enter
}
line_of() { tmux -S "$work/tmux" capture-pane -p -t "$1" | grep -q "$2"; }
board 9 ann
board 10 ben
for account in ann ben; do
  await "the figure of the feed on the board of $account" line_of "$account" '182'
  await "the figure of the folder on the board of $account" line_of "$account" '21'
done

step "what one does is on the other's board"
tmux -S "$work/tmux" send-keys -t ann ':note seen by both' Enter
await "the act is at the desk" line_of ann 'saved at the desk'
await "the act on the board of ben" line_of ben 'seen by both'
as ben sitboard events --desk 'dbname=news#quetta' | grep '"event":"act"' | grep -q '"author":"ann"' || fail "the act is not of ann"

step "what comes later is on both"
sed -i 's|</channel>|<item><title>Troops near Sibi</title><guid>2</guid><pubDate>Wed, 12 Mar 2025 14:00:00 +0500</pubDate><description>Police said 37 people were killed on the train near Sibi.</description></item></channel>|' "$work/news/feed.xml"
line 7 feed
for account in ann ben; do await "the later figure on the board of $account" line_of "$account" '37'; done
as postgres sitboard desk verify --desk 'dbname=news#quetta'
as postgres sitboard desk status --desk 'dbname=news#quetta'
step "all well"
