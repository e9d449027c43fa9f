#!/usr/bin/env bash
# Completion on files that no index has, the plain nested-cache language model in the same run; prints a table with the goals beside it and
# writes it to src-test/bench/runs.
#   complete.sh                  corpus M, then projects that nothing was looked at for: two of Java, one each of TypeScript, JavaScript, Python
#   complete.sh FOLDER…          repositories of your own
# SECONDS_EACH=120, SEED=1; HISTORY=N replays the latest N commits of each folder instead.
set -euo pipefail
cd "$(dirname "$0")/../.."
bench=src-test/bench
. $bench/sources.sh
mkdir -p "$work/complete"

# An npm package or a Python source distribution of the registries, unpacked.
npm_package() {
  if [ ! -d "$work/sources/$1" ]; then
    mkdir -p "$work/sources/$1"
    (cd "$work/sources/$1" && npm pack --silent "$2" >/dev/null && tar -xzf ./*.tgz && rm ./*.tgz)
  fi
  echo "$work/sources/$1"
}
python_package() {
  if [ ! -d "$work/sources/$1" ]; then
    mkdir -p "$work/sources/$1"
    (cd "$work/sources/$1" && python3 -m pip download -q --no-deps --no-binary :all: --no-build-isolation "$2" && tar -xzf ./*.tar.gz && rm ./*.tar.gz)
  fi
  echo "$work/sources/$1"
}
if [ $# -gt 0 ]; then
  folders=("$@")
else
  folders=("$($bench/corpus.sh)" $(sources com.h2database:h2:2.3.230 org.jgrapht:jgrapht-core:1.5.2))
  folders+=("$(npm_package zod zod@3.23.8)/package" "$(npm_package fastify fastify@5.0.0)/package" "$(python_package tornado tornado==6.4.1)")
fi
history=()
if [ -n "${HISTORY:-}" ]; then history=(--history "$HISTORY"); fi
cpu=$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1)
record=$bench/runs/$(date +%F)-$(echo "${cpu:-cpu}" | tr -cs 'A-Za-z0-9' '-' | sed 's/-$//')-complete${HISTORY:+-history}.md
{
  echo "# Completion${HISTORY:+ of the latest $HISTORY commits}, $(date +%F)"
  echo
  echo "$cpu, $(nproc) cores, $("$JAVA_HOME/bin/java" -version 2>&1 | head -1), commit $(git rev-parse --short HEAD), ${SECONDS_EACH:-120} s a project, seed ${SEED:-1}."
  echo "MRR@10 of the next token, of names among them; lines exactly right and edit similarity; key to proposal by the clock and by the processor; real lines held back."
  echo
  echo "| project | | tokens | names | lines | similarity | p50 / p95 ms | processor p95 ms | held back |"
  echo "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
  echo "| *goal* | | 0.80 | 0.65 | 20 % | | / 20 | | 1 % |"
  for folder in "${folders[@]}"; do
    name=$(basename "${folder%/package}")
    out=$work/complete/$name.json
    if ! ./orrery bench complete "$folder" --seconds "${SECONDS_EACH:-120}" --seed "${SEED:-1}" "${history[@]}" --json >"$out" 2>"$out.err"; then
      echo "| $name | $(tail -1 "$out.err") |"
      continue
    fi
    python3 - "$name" "$out" <<'PYTHON'
import json, sys
name, told = sys.argv[1], json.load(open(sys.argv[2]))
for contestant in told["contestants"]:
    row = [name, contestant["name"], "%.3f" % contestant["tokenMrr"], "%.3f" % contestant["identifierMrr"],
           "%.1f %% of %d" % (100 * contestant["exact"], contestant["lines"]), "%.3f" % contestant["similarity"]]
    if contestant is told["contestants"][-1] and "latency" in told:
        latency, gate = told["latency"], told["gate"]
        row += ["%.1f / %.1f" % (latency["p50Ms"], latency["p95Ms"]), "%.1f" % latency["p95ProcessorMs"],
                "%.2f %% of %d" % (100 * gate["heldBack"], gate["lines"])]
    else:
        row += ["", "", ""]
    print("| " + " | ".join(row) + " |")
PYTHON
  done
} | tee "$record"
