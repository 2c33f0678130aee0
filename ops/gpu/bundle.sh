#!/bin/sh
# Makes a self-contained bundle for a Linux x86-64 machine with a CUDA device and nothing else: no JDK, no network.
#   ops/gpu/bundle.sh [--out DIR] [--without-cuda] [--cpu]
#     --out DIR       where the parts go; default ops/target/gpu
#     --without-cuda  leaves CUDA's own libraries out: the machine has CUDA 12 (cudart, cuBLAS, cuRAND)
#     --cpu           the CPU build of ONNX Runtime instead: shows that bundle and runner work, needs no big download
# Needs a JDK with jlink, xz, unzip and the network (Maven fetches the libraries). Then copy DIR to the machine and
# start run.sh there.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
out=$root/ops/target/gpu
cuda=yes
kind=gpu
while [ $# -gt 0 ]; do
  case $1 in
    --out) out=$2; shift ;;
    --without-cuda) cuda= ;;
    --cpu) kind=cpu; cuda= ;;
    *) echo "bundle: found $1, allowed are --out DIR, --without-cuda, --cpu" >&2; exit 2 ;;
  esac
  shift
done

say() { echo "bundle: $*" >&2; }
java_home=${JAVA_HOME:-$(dirname -- "$(dirname -- "$(readlink -f "$(command -v javac)")")")}
onnxruntime=$(sed -n 's|.*<onnxruntime.version>\(.*\)</onnxruntime.version>.*|\1|p' "$root/pom.xml")
[ -n "$onnxruntime" ] || { say "pom.xml names no onnxruntime.version"; exit 1; }
cudart=org.bytedeco:cuda-redist:12.9-9.10-1.5.12:jar:linux-x86_64
cublas=org.bytedeco:cuda:12.6-9.5-1.5.11:jar:linux-x86_64-redist
stage=$out/stage/rampart
rm -rf "$out"
mkdir -p "$stage/lib" "$stage/native" "$stage/cuda" "$out/fetched"

fetch() {
  say "fetching $1"
  (cd "$root" && ./mvnw -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    "-Dartifact=$1" "-DoutputDirectory=$out/fetched") >&2
}

say "building the program"
"$root/rampart" --version >/dev/null
for jar in "$root"/ops/target/rampart/lib/*.jar; do
  case $jar in
    */onnxruntime*.jar) ;;
    *) cp "$jar" "$stage/lib/" ;;
  esac
done

artifact=onnxruntime
[ "$kind" = cpu ] || artifact=onnxruntime_gpu
fetch "com.microsoft.onnxruntime:$artifact:$onnxruntime"
jar=$out/fetched/$artifact-$onnxruntime.jar
unzip -q -j -o "$jar" 'ai/onnxruntime/native/linux-x64/*.so*' -d "$stage/native"
# The classes without the libraries of every platform, so that nothing is unpacked at each start.
mkdir "$out/classes"
unzip -q -o "$jar" -x 'ai/onnxruntime/native/*' -d "$out/classes"
"$java_home/bin/jar" --create --file "$stage/lib/onnxruntime-$onnxruntime.jar" -C "$out/classes" .

if [ -n "$cuda" ]; then
  fetch "$cudart"
  fetch "$cublas"
  for jar in "$out"/fetched/cuda*.jar; do
    unzip -q -j -o "$jar" '*/libcudart.so*' '*/libcurand.so*' '*/libcublas.so*' '*/libcublasLt.so*' -d "$stage/cuda" || true
  done
  for library in libcudart libcurand libcublas libcublasLt; do
    ls "$stage/cuda/$library".so* >/dev/null 2>&1 || { say "no $library in what was fetched"; exit 1; }
  done
fi

say "linking a Java run time"
"$java_home/bin/jlink" --output "$stage/java" --strip-debug --no-man-pages --no-header-files --add-modules \
  java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.rmi,java.scripting,java.security.jgss,java.security.sasl,java.sql,java.xml,jdk.crypto.ec,jdk.jfr,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs

mkdir -p "$stage/classifiers" "$stage/actions" "$stage/topology"
cp -r "$root/classifiers/models" "$stage/classifiers/"
cp -r "$root/actions/policies" "$stage/actions/"
cp -r "$root/topology/catalogue" "$stage/topology/"
echo "$kind" >"$stage/kind"

say "compressing"
tar -C "$out/stage" -cf - rampart | xz -T0 "-${RAMPART_XZ_LEVEL:-6}" | (cd "$out" && split -b 60m -d -a 3 - rampart-"$kind".tar.xz.)
(cd "$out" && sha256sum rampart-"$kind".tar.xz.* >SHA256SUMS)
cp "$root/ops/gpu/run.sh" "$out/"
rm -rf "$out/stage" "$out/fetched" "$out/classes"
say "$(find "$out" -name 'rampart-*' | wc -l) parts, $(du -sh "$out" | cut -f 1), in $out"
