#!/usr/bin/env bash
# Full index and re-open of corpus M, interleaved with the peer @optave/codegraph; medians of N runs (default 3).
# Writes a table to standard output and to src-test/bench/runs.
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${1:-3}
corpus=$(src-test/bench/corpus.sh)
work=$PWD/target/bench
peer=$work/peer
if [ ! -d "$peer/node_modules/@optave/codegraph" ]; then
  mkdir -p "$peer"
  (cd "$peer" && npm init -y >/dev/null && npm install --silent @optave/codegraph >/dev/null)
fi
export ORRERY_HOME=$work/home
./orrery --version >/dev/null

# Appends "seconds kilobytes" of a command to the file named first.
timed() {
  local into=$1
  shift
  /usr/bin/time -f '%e %M' -o "$work/time" "$@" >"$work/output" 2>&1 || { tail -5 "$work/output"; exit 1; }
  cat "$work/time" >>"$into"
}
# Until search by meaning is ready goes to the second file; in the first only what it took until text, symbols and graph stays.
# Learning for completion comes after both and is taken off.
until_graph() {
  local seconds megabytes graph meaning completion
  read -r seconds megabytes < <(tail -1 "$1")
  read -r graph meaning completion < <(sed -E 's/.*"secondsGraph":([0-9.]+),"secondsMeaning":([0-9.]+),"secondsCompletion":([0-9.]+).*/\1 \2 \3/' "$work/output")
  awk "BEGIN{print $seconds - $completion + $meaning, $megabytes}" >>"$2"
  sed -i "\$ s/.*/$(awk "BEGIN{print $seconds - $completion + $graph}") $megabytes/" "$1"
}
rm -f "$work"/figures-*
for ((run = 1; run <= runs; run++)); do
  rm -rf "$ORRERY_HOME" "$work/M-peer"
  cp -r "$corpus" "$work/M-peer"
  timed "$work/figures-fresh" ./orrery index "$corpus" --fresh --json
  cp "$work/output" "$work/report.json"
  until_graph "$work/figures-fresh" "$work/figures-meaning"
  timed "$work/figures-again" ./orrery index "$corpus" --json
  until_graph "$work/figures-again" "$work/figures-meaning-again"
  grep -o '"parsed" *: *[0-9]*' "$work/output" >"$work/parsed-again"
  timed "$work/figures-peer" "$peer/node_modules/.bin/codegraph" build "$work/M-peer"
done
median() { sort -n "$1" | awk '{s[NR]=$1; m[NR]=$2} END {print s[int((NR+1)/2)], int(m[int((NR+1)/2)]/1024)}'; }
read -r fresh fresh_mb < <(median "$work/figures-fresh")
read -r meaning meaning_mb < <(median "$work/figures-meaning")
read -r again again_mb < <(median "$work/figures-again")
read -r other other_mb < <(median "$work/figures-peer")
cpu=$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1)
record=src-test/bench/runs/$(date +%F)-$(echo "${cpu:-cpu}" | tr -cs 'A-Za-z0-9' '-' | sed 's/-$//')-index.md
{
  echo "# Index of corpus M, $(date +%F)"
  echo
  echo "$cpu, $(nproc) cores, $("$(. installers/launch/environment.sh; find_jdk)"/bin/java -version 2>&1 | head -1), commit $(git rev-parse --short HEAD), medians of $runs runs, whole processes."
  echo
  echo "| what | seconds | peak MB | ratio to codegraph |"
  echo "| --- | ---: | ---: | ---: |"
  echo "| orrery index --fresh | $fresh | $fresh_mb | $(awk "BEGIN{printf \"%.2f\", $fresh/$other}") |"
  echo "| the same until search by meaning | $meaning | $meaning_mb | $(awk "BEGIN{printf \"%.2f\", $meaning/$other}") |"
  echo "| orrery index, nothing changed ($(cat "$work/parsed-again")) | $again | $again_mb | $(awk "BEGIN{printf \"%.2f\", $again/$other}") |"
  echo "| codegraph build | $other | $other_mb | 1 |"
  echo
  echo "    $(tr -d '\n' <"$work/report.json")"
} | tee "$record"
