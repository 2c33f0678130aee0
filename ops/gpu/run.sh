#!/bin/sh
# Runs on the CUDA machine, in the folder that bundle.sh made. Needs a shell, tar, xz and the NVIDIA driver.
#   ./run.sh [--cpu] [--quick]
#     --cpu    does not insist on a CUDA device: shows that the bundle works
#     --quick  fewer messages: an idea, not a figure
# Checks that CPU and CUDA give the same scores, then prints the tables; they are kept in results/ as well.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
insist=yes
quick=
while [ $# -gt 0 ]; do
  case $1 in
    --cpu) insist= ;;
    --quick) quick=--quick ;;
    *) echo "run: found $1, allowed are --cpu, --quick" >&2; exit 2 ;;
  esac
  shift
done

cd "$here"
if [ ! -f rampart/kind ]; then
  sha256sum -c --quiet SHA256SUMS
  cat rampart-*.tar.xz.* | xz -dc | tar -xf -
fi
mkdir -p results

rampart() {
  ORT_DISABLE_TELEMETRY=1 LD_LIBRARY_PATH="$here/rampart/native:$here/rampart/cuda${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" \
    "$here/rampart/java/bin/java" -Xmx4g -Djava.awt.headless=true -Dfile.encoding=UTF-8 \
    "-Donnxruntime.native.path=$here/rampart/native" "-Drampart.home=$here/rampart" \
    -cp "$here/rampart/lib/*" dev.rampart.ops.Main "$@"
}

command -v nvidia-smi >/dev/null 2>&1 && nvidia-smi --query-gpu=name,driver_version,memory.total --format=csv | tee results/device.txt
measure() {
  # shellcheck disable=SC2086
  rampart bench --suite "$1" $quick >"results/$1.txt" || failed=yes
  cat "results/$1.txt"
}

failed=
measure devices
if [ -n "$insist" ] && grep -q ' cuda *not here' results/devices.txt; then
  echo "run: no CUDA device could be used; the table above says why. --cpu goes on without one" >&2
  exit 1
fi
measure classifiers
[ -z "$failed" ] || { echo "run: a check fell short, see above" >&2; exit 1; }
