#!/bin/sh
# Builds the current commit twice, in folders, time zones and locales that differ, and compares every file that comes out.
#   ops/deploy/reproducible.sh
# Exit code 0: the same bytes, and every library is in the bill of materials with its checksum. The umask has to be the
# same, as jars keep the modes of files. Maven must not be offline, or it writes no bill of materials.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
commit=$(git -C "$root" rev-parse --short HEAD)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP

build() {
  folder=$work/$1
  mkdir -p "$folder"
  git -C "$root" archive "$commit" | tar -x -C "$folder"
  (cd "$folder" && ./mvnw -q -Dmaven.test.skip=true -Dspotless.check.skip package) >&2 </dev/null
  (cd "$folder/ops/target/rampart" && find . -type f -exec sha256sum {} + | LC_ALL=C sort -k 2) >"$work/$1.sums"
}

umask 022
(export TZ=UTC LC_ALL=C && build one)
(export TZ=Asia/Kathmandu LC_ALL=C.UTF-8 && build another-folder)

echo "commit $commit: $(wc -l <"$work/one.sums") files"
if ! diff "$work/one.sums" "$work/another-folder.sums"; then
  echo "the two builds differ in the files above" >&2
  exit 1
fi
echo "the two builds have the same bytes: SHA-256 of the list of their checksums $(sha256sum <"$work/one.sums" | cut -d ' ' -f 1)"

missing=0
while read -r sum name; do
  case $name in
    ./lib/ops-*.jar) ;;
    ./lib/*.jar) grep -q "$sum" "$work/one/ops/target/rampart/bom.json" || { echo "not in the bill of materials: $name" >&2; missing=1; } ;;
  esac
done <"$work/one.sums"
[ "$missing" = 0 ] && echo "every library is in the bill of materials with its checksum"
exit "$missing"
