#!/usr/bin/env bash
# Frames of the map that reach the screen, and those of the peer 3d-force-graph on the same renderer, in one run; prints one
# table and keeps it in src-test/bench/runs. Needs Xvfb, node, npm and Chromium; the peer is downloaded, never kept.
#   map.sh [DIR]     DIR defaults to corpus M; SECONDS_EACH=15
set -euo pipefail
cd "$(dirname "$0")/../.."
directory=${1:-$(src-test/bench/corpus.sh)}
each=${SECONDS_EACH:-15}
peer=3d-force-graph@1.80.0
work=$PWD/target/bench/map
mkdir -p "$work"
export ORRERY_HOME=${ORRERY_HOME:-$PWD/target/bench/home}
[ -d "$work/node_modules/3d-force-graph" ] || npm install --silent --no-audit --no-fund --prefix "$work" "$peer" >/dev/null

ours() { env -u DISPLAY ./orrery bench map "$directory" --seconds "$each" --size 1280x720 --json; }
theirs() { xvfb-run -a -s '-screen 0 1280x900x24 -nolisten tcp' node src-test/bench/map-peer.cjs "$work" "$each" "$@"; }

./orrery index "$directory" >/dev/null
ours >"$work/ours-1.json"
theirs 1000/1000 5000/10000 20000/40000 >"$work/theirs.jsonl"
ours >"$work/ours-2.json"

table() {
  node - "$work" <<'JS'
const fs = require('node:fs');
const work = process.argv[2];
const ours = [1, 2].map(i => JSON.parse(fs.readFileSync(`${work}/ours-${i}.json`)));
const theirs = fs.readFileSync(`${work}/theirs.jsonl`, 'utf8').trim().split('\n').map(line => JSON.parse(line));
const n = value => Number(value).toLocaleString('en-US', {maximumFractionDigits: 1});
console.log('| what | drawn | frames a second | worst second | p50 ms | p99 ms |\n| --- | --- | ---: | ---: | ---: | ---: |');
for (const o of ours)
  console.log(`| Orrery, ${o.width}×${o.height}, ${n(o.callsTotal)} calls in the scene | ${n(o.bodies)} bodies, ${n(o.calls)} calls, ` +
    `${n(o.bundles)} bundles, ${n(o.labels)} labels; at least ${n(o.bodiesLeast)} and ${n(o.callsLeast)} | ${n(1000 / o.p50Ms)} | ` +
    `${n(o.worstSecondFps)} | ${n(o.p50Ms)} | ${n(o.p99Ms)} |`);
for (const t of theirs)
  console.log(`| 3d-force-graph, 1280×720 | ${n(t.nodes)} nodes, ${n(t.links)} links | ${n(t.fps)} | ${n(t.worstSecondFps)} | ${n(t.p50Ms)} | ${n(t.p99Ms)} |`);
const worst = Math.min(...ours.map(o => o.worstSecondFps));
console.log(`\nOur worst second is ${n(worst / theirs[theirs.length - 1].fps)} times the peer's mean at its largest size. ` +
  `Ours alone: ${ours.map(o => n(o.renderFps)).join(' and ')} frames a second on ${ours[0].renderer}; ${ours.map(o => n(o.processorMsPerFrame)).join(' and ')} ms of processor ` +
  `a frame; complete ${ours.map(o => n(o.settledMs)).join(' and ')} ms after rest. The peer's renderer: ${theirs[0].renderer}.`);
JS
}
cpu=$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1 | sed 's/(R)//g')
record=src-test/bench/runs/$(date -u +%F)-$(echo "$cpu" | tr -cs 'A-Za-z0-9' - | cut -c1-8 | sed 's/-$//')-map.md
{
  echo "# The map beside its peer, $(date -u +%F)"
  echo
  echo "$cpu, $(nproc) cores, load before $(cut -d' ' -f1 /proc/loadavg); $("${JAVA_HOME:-/usr}/bin/java" -version 2>&1 | sed -n 2p); commit $(git rev-parse --short HEAD)."
  echo
  table
} | tee "$record"
