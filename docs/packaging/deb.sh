#!/usr/bin/env bash
# Makes a package for Debian of what `make install` installs: deb.sh VERSION FOLDER
set -euo pipefail
version=$1 made=$(realpath "$2")
cd "$(dirname "$0")/../.."
packaging=docs/packaging
architecture=$(dpkg --print-architecture)
maintainer=${MAINTAINER:-$(git log -1 --format='%an <%ae>')}
umask 022
root=$made/deb
rm -rf "$root"
make --no-print-directory install DESTDIR="$root" PREFIX=/usr UNITS=/lib/systemd/system \
  ZSH=/usr/share/zsh/vendor-completions > /dev/null

doc=$root/usr/share/doc/sitboard
rm "$doc/LICENSE" # Debian has the text in common-licenses, and `copyright` says so.
{
  printf 'sitboard (%s) stable; urgency=medium\n\n  * Release %s.\n\n' "$version" "$version"
  printf ' -- %s  %s\n' "$maintainer" "$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")"
} | gzip -9n > "$doc/changelog.gz"

# What is linked says itself which packages it needs; what is loaded while the program runs is named in a list.
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
mkdir "$work/debian"
printf 'Source: sitboard\n\nPackage: sitboard\nArchitecture: any\n' > "$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O -e"$root/usr/bin/sitboard" | sed -n 's/^shlibs:Depends=//p')
for library in $(grep -rhoP 'dlopen\("\K[^"]+' Sources | sort -u); do
  package=$(sed -n "s/^$library  *//p" "$packaging/loaded")
  # What only some files need is recommended: the program says what is missing.
  grep -q "Recommends:.*\<$package\>" "$packaging/control" && continue
  test -n "$package" || { echo "deb.sh: $packaging/loaded does not say which package has $library" >&2; exit 1; }
  case ", $depends," in *", $package,"*) ;; *) depends="$depends, $package" ;; esac
done

install -d "$root/DEBIAN"
sed -e "s|@VERSION@|$version|" -e "s|@ARCHITECTURE@|$architecture|" -e "s|@MAINTAINER@|$maintainer|" \
  -e "s/@DEPENDS@/$depends/" -e "s|@SIZE@|$(du -k -s --apparent-size "$root" | cut -f1)|" \
  "$packaging/control" > "$root/DEBIAN/control"
install -m 755 "$packaging/postinst" "$packaging/postrm" "$root/DEBIAN/"
(cd "$root" && find . -path ./DEBIAN -prune -o -type f -printf '%P\0' | sort -z | xargs -0 md5sum) > "$root/DEBIAN/md5sums"
chmod 644 "$root/DEBIAN/md5sums" "$root/DEBIAN/control"
dpkg-deb --root-owner-group -Zxz --build "$root" "$made/sitboard_${version}_$architecture.deb"
