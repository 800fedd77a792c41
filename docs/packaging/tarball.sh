#!/usr/bin/env bash
# Makes an archive of what `make install` installs, to be unpacked into /usr/local: tarball.sh VERSION FOLDER
set -euo pipefail
version=$1 made=$(realpath "$2")
cd "$(dirname "$0")/../.."
umask 022
name=sitboard-$version-linux-$(uname -m)
root=$made/tarball
rm -rf "$root"
make --no-print-directory install DESTDIR="$root" PREFIX=/usr/local > /dev/null
tar --create --gzip --file "$made/$name.tar.gz" --sort=name --owner=0 --group=0 --numeric-owner \
  --mtime="@$SOURCE_DATE_EPOCH" --transform="s|^\.|$name|" --directory "$root/usr/local" .
echo "$made/$name.tar.gz"
