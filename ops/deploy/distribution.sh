#!/bin/sh
# Puts what an instance needs at run time into a folder: launcher, libraries and their bill of materials,
# models, policies, catalogue, lists.
#   ops/deploy/distribution.sh DIR
# Needs a built tree: ./rampart --version builds it, ./mvnw -Drampart.gpu package with ONNX Runtime's CUDA build.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
[ $# -eq 1 ] || { echo "distribution: found $# arguments, allowed is one: the folder to make" >&2; exit 2; }
out=$1
[ ! -e "$out" ] || { echo "distribution: $out exists; name a folder that does not" >&2; exit 2; }
[ -d "$root/ops/target/rampart/lib" ] || { echo "distribution: the program is not built: ./rampart --version" >&2; exit 1; }

mkdir -p "$out/classifiers" "$out/actions" "$out/topology"
cp "$root/rampart" "$root/LICENSE" "$root/ops/THIRD-PARTY.md" "$out/"
if [ -f "$root/ops/target/rampart/bom.json" ]; then cp "$root/ops/target/rampart/bom.json" "$out/"
else echo "distribution: without bom.json, which Maven does not write when it is offline" >&2; fi
cp -R "$root/ops/target/rampart/lib" "$out/lib"
cp -R "$root/classifiers/models" "$out/classifiers/"
cp -R "$root/actions/policies" "$out/actions/"
cp -R "$root/topology/catalogue" "$root/topology/lists" "$out/topology/"
cp "$root/ops/deploy/docker/healthcheck.sh" "$out/"
