#!/usr/bin/env bash
# Builds what people install and installs it where nothing else is: Tests/Packaging/install.sh, as root on Debian 12.
# It needs the network for the first bare system, which it keeps in $BARE (/var/tmp/sitboard-bare), and the packages
# debootstrap, fish, lintian, man-db, openssh-client, openssh-server, systemd and zsh.
set -euo pipefail
cd "$(dirname "$0")/../.."
bare=${BARE:-/var/tmp/sitboard-bare}
work=$(mktemp -d /var/tmp/sitboard-install.XXXXXX)
account=sb$(basename "$work" | tr -dc '[:alnum:]' | tail -c 6 | tr '[:upper:]' '[:lower:]')
server=
finish() {
  test -z "$server" || kill "$server" 2> /dev/null || true
  ! id "$account" > /dev/null 2>&1 || userdel "$account"
  rm -rf "$work"
}
trap finish EXIT
chmod 755 "$work"
export HOME=$work/home LC_ALL=C.UTF-8 TERM=xterm
mkdir "$HOME"
fail() {
  echo "install: $1" >&2
  exit 1
}
step() { printf '%4d s  %s\n' "$SECONDS" "$1"; }

version=$(sed -n 's/.* version = "\(.*\)"/\1/p' Sources/Situation/Release.swift)
step "build"
make deb tarball > "$work/log" 2>&1 || { tail -20 "$work/log" >&2; fail "make deb tarball"; }
make install PREFIX="$work/usr" >> "$work/log" 2>&1 || fail "make install"
program=$work/usr/bin/sitboard
deb=$(echo .build/package/sitboard_"$version"_*.deb)
tarball=$(echo .build/package/sitboard-"$version"-linux-*.tar.gz)

step "what --help names has a page, and no other does"
# subcommands PAGE COMMAND…: the pages of what its help names, and of what these name.
subcommands() {
  local page=$1 name
  shift
  "$program" "$@" --help | sed -n '/^SUBCOMMANDS/,$s/^  \([a-z]*\) .*  [A-Z].*/\1/p' | while read -r name; do
    echo "$page-$name.1.gz"
    subcommands "$page-$name" "$@" "$name"
  done
}
subcommands sitboard | sort > "$work/named"
(cd "$work/usr/share/man/man1" && ls sitboard-*) | sort | diff "$work/named" - || fail "pages"
for page in "$work"/usr/share/man/man1/*; do
  MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2> "$work/warnings" > /dev/null
  test ! -s "$work/warnings" || fail "$page: $(head -1 "$work/warnings")"
done
MANWIDTH=200 man -l "$work/usr/share/man/man1/sitboard-gate.1.gz" | grep -q 'command="…"' || fail "a sign is lost in a page"

step "completions"
cat > "$work/complete.bash" <<'END'
source "$1"
COMP_WORDS=(sitboard br) COMP_CWORD=1 COMP_LINE="sitboard br" COMP_POINT=11
$(complete -p sitboard | sed 's/.*-F \([^ ]*\).*/\1/') sitboard br sitboard
printf '%s\n' "${COMPREPLY[@]}"
END
PATH=$work/usr/bin:$PATH bash "$work/complete.bash" "$work/usr/share/bash-completion/completions/sitboard" |
  grep -qx 'brief *' || fail "bash completes nothing"
zsh -n "$work/usr/share/zsh/site-functions/_sitboard" || fail "zsh"
fish -c "source $work/usr/share/fish/vendor_completions.d/sitboard.fish; complete -C 'sitboard br'" |
  grep -q '^brief' || fail "fish completes nothing"

step "examples"
examples=$work/usr/share/doc/sitboard/examples
"$program" claims "$examples/report.txt" --lexicon "$examples/lexicon.txt" --sources "$examples/sources.toml" |
  grep -q '12 trackwalkers rescued' || fail "the words of the example are not read"
mkdir -p "$HOME/.config/sitboard" && cp "$examples/config" "$HOME/.config/sitboard/"
printf Q | script -qec "$program seeds/undated" /dev/null > "$work/screen" || fail "the config of the example"
grep -q PEOPLE "$work/screen" || fail "the board is not drawn with the config of the example"

step "units"
for unit in sitboard-fetch@.service sitboard-fetch@.timer sitboard-desk@.service; do
  MANPATH=$work/usr/share/man systemd-analyze verify "$work/usr/lib/systemd/system/$unit" || fail "$unit"
done
for unit in sitboard-fetch@.service sitboard-desk@.service; do
  systemd-analyze security --offline=true --threshold=20 "$work/usr/lib/systemd/system/$unit" > "$work/security" ||
    { tail -1 "$work/security"; fail "$unit is exposed"; }
  tail -1 "$work/security"
done

step "the desk: what its unit starts, as an account without rights, and only the gate answers"
useradd --system --no-create-home --home-dir / --shell /bin/sh --password '*' "$account"
mkdir -p "$work/desk/articles/.last" "$work/desk/state"
cp seeds/*.txt "$work/desk/articles/"
chown "$account" "$work/desk/articles/.last" "$work/desk/state"
ssh-keygen -q -t ed25519 -N '' -f "$work/ann"
echo "restrict,pty $(cat "$work/ann.pub")" > "$work/desk/keys"
port=$((20000 + RANDOM))
started=$(sed -n '/^ExecStart=/,/[^\\]$/{s/^ExecStart=//;s/\\$//;p}' "$work/usr/lib/systemd/system/sitboard-desk@.service" |
  tr -d '\n' | sed -e "s|\${PORT}|$port|; s|/var/lib/sitboard-desk/%i|$work/desk/state|; s|/etc/sitboard/%i.keys|$work/desk/keys|" \
    -e "s|/var/lib/sitboard/%i|$work/desk/articles|; s|AllowUsers sitboard|AllowUsers $account|")
as="setpriv --reuid $account --regid $account --init-groups --no-new-privs --bounding-set=-all --inh-caps=-all"
$as ssh-keygen -q -t ed25519 -N '' -f "$work/desk/state/key"
# With the terminals as every Debian mounts them; a container may have them otherwise. /var/tmp is everyone's, so that
# sshd would refuse the keys below it: in the unit they lie in /etc.
unshare --mount bash -c "mount -t devpts -o newinstance,gid=5,mode=620,ptmxmode=666 devpts /dev/pts &&
  mount --bind /dev/pts/ptmx /dev/ptmx; exec $as $started -o 'StrictModes no'" > "$work/sshd" 2>&1 &
server=$!
ask="ssh -F none -p $port -i $work/ann -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR"
tries=0
until $ask "$account@127.0.0.1" brief --line > "$work/line" 2> "$work/refusal"; do
  tries=$((tries + 1))
  test $tries -lt 50 || { cat "$work/sshd" "$work/refusal" >&2; fail "the desk does not answer"; }
  read -rt 0.2 < <(sleep 0.3) || true
done
grep -q 'Bolan' "$work/line" || fail "the desk's briefing: $(cat "$work/line")"
code=0
$ask "$account@127.0.0.1" id > "$work/refusal" 2>&1 || code=$?
test $code = 64 || fail "the desk ran a command, or did not say 64 but $code"
printf Q | timeout 60 script -qec "$ask -tt $account@127.0.0.1" /dev/null > "$work/screen" || fail "the desk's board"
grep -q PEOPLE "$work/screen" || { cat "$work/sshd" >&2; fail "the desk draws no board"; }
kill "$server"
server=

step "lintian"
lintian --allow-root --fail-on error,warning "$deb" || fail "lintian"

step "a bare Debian 12"
if ! test -e "$bare/etc/debian_version"; then
  debootstrap --variant=minbase bookworm "$bare" http://deb.debian.org/debian > "$work/log" 2>&1 ||
    { tail -5 "$work/log" >&2; rm -rf "$bare"; fail "debootstrap"; }
fi
inside() { chroot "$@"; }
fresh() {
  cp -a "$bare" "$1"
  cp /etc/resolv.conf "$1/etc/resolv.conf"
  inside "$1" apt-get update > "$work/log" 2>&1 || fail "apt-get update"
}
add() {
  local root=$1
  shift
  DEBIAN_FRONTEND=noninteractive inside "$root" apt-get install -y --no-install-recommends "$@" > "$work/log" 2>&1 ||
    { tail -20 "$work/log" >&2; fail "apt-get install $*"; }
}
tried() { # The program in a system that has neither Swift nor anything else of this one.
  local root=$1
  ! find "$root" -xdev \( -name 'libswift*' -o -name 'swift' \) | grep -q . || fail "there is Swift in the bare system"
  test "$(inside "$root" sitboard --version)" = "$version" || fail "--version"
  inside "$root" sitboard brief --line | grep -q 'Bolan' || fail "brief --line"
  printf '<html><head><title>A page</title></head><body><p>Officials said 12 passengers were rescued.</p></body></html>' \
    > "$root/root/page.html"
  inside "$root" sitboard claims /root/page.html | grep -q '12 passengers rescued' || fail "a web page is not read"
  printf Q | script -qec "chroot $root sitboard" /dev/null > "$work/screen" || fail "the board"
  grep -q PEOPLE "$work/screen" || fail "the board is not drawn"
  MANWIDTH=80 inside "$root" man sitboard | grep -q 'A situation board for a running incident' || fail "man sitboard"
  MANWIDTH=80 inside "$root" man sitboard brief | grep -q -- '--as-of' || fail "man sitboard brief"
  cp "$work/complete.bash" "$root/root/"
  inside "$root" bash /root/complete.bash "$2" | grep -qx 'brief *' || fail "tab completion"
}

step "the package"
fresh "$work/deb"
cp "$deb" "$work/deb/root/sitboard.deb"
add "$work/deb" /root/sitboard.deb
inside "$work/deb" sitboard brief --line > /dev/null || fail "the package does not depend on what it needs"
add "$work/deb" man-db
tried "$work/deb" /usr/share/bash-completion/completions/sitboard
inside "$work/deb" dpkg --verify sitboard > "$work/log" && ! grep -v '/usr/share/\(man\|doc\)' "$work/log" || fail "dpkg --verify"
inside "$work/deb" dpkg --purge sitboard > "$work/log" 2>&1 || fail "purge"
! find "$work/deb/usr" "$work/deb/lib/systemd" -name '*sitboard*' | grep . || fail "the package leaves something behind"

step "the archive"
fresh "$work/tar"
add "$work/tar" libncursesw6 libxml2 man-db
tar -xzf "$tarball" -C "$work/tar/usr/local" --strip-components=1 --no-same-owner
tried "$work/tar" /usr/local/share/bash-completion/completions/sitboard

step "all well"
du -k --apparent-size .build/release/sitboard "$program" "$deb" "$tarball" | sed "s|$work||"
