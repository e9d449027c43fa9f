#!/usr/bin/env bash
# One table of every measure of the index on corpus M, peers beside it. Takes some twenty-five minutes on two cores; needs the network
# the first time. What it cannot measure it leaves out and says so below the table.
#   table.sh [HISTORY]     HISTORY is a clone of a repository with a long history, for the row about it
# REUSE=1 prints the table again from what the last run measured.
set -uo pipefail
cd "$(dirname "$0")/../.."
bench=src-test/bench
. $bench/sources.sh
prepare
corpus=$($bench/corpus.sh)
logs=$work/table
mkdir -p "$logs"
rows=()
missing=()
# row MEASURE FIGURE PEER GOAL [CONDITION]: the last column says whether the condition, such as "3.1 <= 5", holds
row() {
  local verdict=
  if [ -n "${5:-}" ]; then verdict=$(awk "BEGIN {print ($5) ? \"reached\" : \"NOT REACHED\"}" 2>/dev/null); fi
  rows+=("| $1 | $2 | $3 | $4 | $verdict |")
}
# Runs a measurement into a log; where it fails its row is missing.
measure() {
  local name=$1
  shift
  if [ -n "${REUSE:-}" ] && [ -s "$logs/$name" ]; then return 0; fi
  echo "measuring $name" >&2
  "$@" >"$logs/$name" 2>"$logs/$name.err" || { missing+=("$name: $(tail -1 "$logs/$name.err")"); return 1; }
}
number() { grep -oE "\"$2\": ?[0-9.]+" "$logs/$1" | head -1 | grep -oE '[0-9.]+$'; }

if measure index $bench/index.sh 3; then
  peer=$(awk -F'|' '/codegraph build/ {print $3}' "$logs/index" | tr -d ' ')
  fresh=$(awk -F'|' '/index --fresh/ {print $3 "s, " $4 "MB, ratio" $5}' "$logs/index" | sed 's/ *$//')
  row "full index" "$fresh" "codegraph $peer s" "ratio 0.2" "${fresh##* } <= 0.2"
  meaning=$(awk -F'|' '/until search by meaning/ {print $3 "s, ratio" $5}' "$logs/index" | sed 's/ *$//')
  row "until search by meaning" "$meaning" "codegraph $peer s" "ratio 1" "${meaning##* } <= 1"
  again=$(awk -F'|' '/nothing changed/ {print $3}' "$logs/index" | tr -d ' ')
  row "re-open" "$again s, parsed $(awk -F'|' '/nothing changed/ {print $2}' "$logs/index" | grep -oE '[0-9]+' | head -1)" "" "1 s, nothing parsed" "$again <= 1"
  bytes=$(find "$corpus" -name .git -prune -o -type f -printf '%s\n' | awk '{s += $1} END {print s}')
  share=$(awk "BEGIN {printf \"%.2f\", 100 * $(number index bytesOnDisk) / $bytes}")
  row "disk" "$share % of the source" "codesearch 26 %, codegraph 750 %" "15 %" "$share <= 15"
fi
if measure live $bench/live.sh 200; then
  p95() { grep "$1" "$logs/live" | awk '{print $(NF-1)}'; }
  row "save to searchable" "$(grep 'found and in graph' "$logs/live" | awk '{print "p50 " $(NF-2) ", p95 " $(NF-1) " ms"}')" "codegraph, one file: 112 to 171 ms" "p95 30 ms" "$(p95 'found and in graph') <= 30"
  row "event to change set" "$(grep 'change set' "$logs/live" | awk '{print "p50 " $(NF-2) ", p95 " $(NF-1) " ms"}')" "" "p95 10 ms" "$(p95 'change set') <= 10"
  read -r empty opened < <(grep resident: "$logs/live" | head -1 | sed -E 's/.*empty ([0-9]+) MB.*opened again and followed ([0-9]+) MB.*/\1 \2/')
  row "memory, index alone, at rest" "$((opened - empty)) MB above $empty" "" "300 MB above empty" "$opened - $empty <= 300"
fi
if measure search ./orrery bench search "$corpus" --json; then
  row "first 50 hits" "$(tr -d '\n ' <"$logs/search" | sed -E 's/.*"first50":\{"p50Ms":([0-9.]+),"p95Ms":([0-9.]+).*/p50 \1, p95 \2 ms/')" "rg 31, codesearch 16 ms a query" "p95 5 ms" "$(tr -d '\n ' <"$logs/search" | sed -E 's/.*"first50":\{"p50Ms":[0-9.]+,"p95Ms":([0-9.]+).*/\1/') <= 5"
  row "all hits" "$(tr -d '\n ' <"$logs/search" | sed -E 's/.*"all":\{"p50Ms":([0-9.]+),"p95Ms":([0-9.]+).*/p50 \1, p95 \2 ms/')" "rg 31 ms" "rg" "$(tr -d '\n ' <"$logs/search" | sed -E 's/.*"all":\{"p50Ms":[0-9.]+,"p95Ms":([0-9.]+).*/\1/') <= 31"
fi
if measure scans run dev.orrery.bench.SearchBench "$corpus"; then
  all=$(grep '^all hits' "$logs/scans")
  row "all hits, 81 patterns, peer in the same run" "$(echo "$all" | sed -E 's/all hits: (.*); ripgrep.*/\1/')" "$(echo "$all" | sed -E 's/.*; ripgrep/rg/')" "rg" "$(echo "$all" | sed -E 's/.*hits: p50 [0-9.]+, p95 ([0-9.]+) ms; ripgrep p50 [0-9.]+, p95 ([0-9.]+).*/\1 <= \2/')"
  scan=$(grep '^full scan' "$logs/scans")
  row "full scan" "${scan#full scan: }" "rg, same run" "3 x rg" "${scan##* } <= 3"
fi
measure identical $bench/search.sh "$corpus" && row "hits as ripgrep's" "$(tail -1 "$logs/identical")" "rg" "identical" "$(tail -1 "$logs/identical" | awk '{print $1 " == " $3}')"
# neighbours LOG GOAL NAME: the row of a log of NeighbourBench
neighbours() {
  row "nearest neighbours, $3" "$(tail -1 "$logs/$1")" "Lucene HNSW 1.6 to 3.5 ms at 1 M" "$2 ms, recall 0.98" "$(tail -1 "$logs/$1" | sed -E 's/.*recall@10 ([0-9.]+), p50 [0-9.]+ ms, p95 ([0-9.]+).*/\1 >= 0.98 \&\& \2 <= '"$2/")"
}
measure neighbours run dev.orrery.indexer.semantic.NeighbourBench 58000 256 256 400 "$corpus" && neighbours neighbours 2 M
measure neighbours-million run dev.orrery.indexer.semantic.NeighbourBench 1000000 256 256 200 && neighbours neighbours-million 5 "a million"
measure context run dev.orrery.bench.ContextBench "$corpus" &&
  row "context" "$(tail -2 "$logs/context" | grep -oE 'recall@10 [0-9.]+|wall p50 .* ms;' | tr '\n' ' ')" "" "p95 5 ms, recall 0.8" "$(tail -2 "$logs/context" | tr '\n' ' ' | sed -E 's/.*recall@10 ([0-9.]+).*wall p50 [0-9.]+ p95 ([0-9.]+).*/\1 >= 0.8 \&\& \2 <= 5/')"
measure impact run dev.orrery.bench.ImpactBench "$corpus" && row "impact" "$(tail -1 "$logs/impact")" "" "20 ms" "$(tail -1 "$logs/impact" | sed -E 's/.*p95 ([0-9.]+).*/\1/') <= 20"
pairs=()
for jar in "$work"/jars/*.jar; do
  case "$jar" in *-sources.jar) continue ;; esac
  for folder in "$corpus"/*/; do
    name=$(basename "$folder")
    case "$(basename "$jar")" in "$name"-[0-9]*) pairs+=("$folder" "$jar") ;; esac
  done
done
if measure calls-java run dev.orrery.bench.CallGraphAccuracy "${pairs[@]}"; then
  while read -r project _ _ _ precision _ recall _; do
    row "call graph, $project" "P ${precision%,}, R ${recall%,}" "codebase-memory-mcp F1 0.62 to 0.79" "P 0.97, R 0.95" "${precision%,} >= 0.97 && ${recall%,} >= 0.95"
  done < <(grep ' edges ' "$logs/calls-java")
fi
if measure calls-other $bench/calls.sh; then
  while read -r line; do row "call graph, held out" "$(echo "$line" | tr -s " ")" "" "P 0.92, R 0.80" "$(echo "$line" | sed -E 's/.*precision ([0-9.]+) +recall ([0-9.]+).*/\1 >= 0.92 \&\& \2 >= 0.80/')"; done < <(sed -n '/^held out/,$p' "$logs/calls-other" | grep -iE 'precision')
fi
if measure meaning $bench/meaning.sh; then
  sets=("development" "held out")
  while read -r _ _ bm25 ours; do
    row "meaning, MRR, ${sets[0]}" "$ours, BM25 $bm25" "BM25" "0.60 and BM25 + 0.10" "$ours >= 0.6 && $ours >= $bm25 + 0.1"
    sets=("${sets[@]:1}")
  done < <(grep '^mean' "$logs/meaning" | awk '{print $1, 0, ($2 > $3 ? $2 : $3), $NF}')
fi
# Of search by meaning, what is kept of each declaration, beside a repository whose .git is at least five times its source.
tiers() {
  ./orrery index "$1" --fresh --json || return 1
  local kept
  kept=$(ls -t "$ORRERY_HOME"/cache/repositories/*/meaning | head -1)
  echo "$(stat -c %s "$kept") $(du -sb "$1" | cut -f1) $(du -sb "$1/.git" | cut -f1)"
}
if [ $# -gt 0 ]; then
  if measure tiers tiers "$1"; then
    tail -1 "$logs/tiers" | {
      read -r kept whole git
      echo "$(awk "BEGIN {printf \"%.2f %.1f\", 100 * $kept / $whole, $git / ($whole - $git)}") $(number tiers bytesOnDisk) $whole"
    } >"$logs/tiers-share"
    read -r share times bytes whole <"$logs/tiers-share"
    row "warm and cold tiers" "$share % of a repository with a .git of $times x its source; the whole index $(awk "BEGIN {printf \"%.1f\", 100 * $bytes / $whole}") %" "" "1 %" "$share <= 1"
  fi
  measure history run dev.orrery.bench.HistoryBench "$1" &&
    row "history" "$(paste -sd ';' "$logs/history" | sed 's/;/; /g')" "" "10 s for 10,000 commits" "$(awk '/^first/ && / s( |,|$)/ {for (i = 1; i < NF; i++) if ($i == "in" && $(i + 2) ~ /^s,?$/) t += $(i + 1); if ($3 == "commits") n = $2} END {print t " <= 10 * " n " / 10000"}' "$logs/history")"
else
  missing+=("history: no repository was named")
fi
cpu=$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1)
{
  echo "# The index on corpus M, $(date +%F)"
  echo
  echo "$cpu, $(nproc) cores, $("$JAVA_HOME/bin/java" -version 2>&1 | head -1), commit $(git rev-parse --short HEAD). Peers' figures without a ratio are from other runs."
  echo
  echo "| measure | Orrery | peer | goal | |"
  echo "| --- | --- | --- | --- | --- |"
  printf '%s\n' "${rows[@]}"
  for gap in "${missing[@]}"; do echo; echo "Not measured: $gap"; done
} | tee "$bench/runs/$(date +%F)-$(echo "${cpu:-cpu}" | tr -cs 'A-Za-z0-9' '-' | sed 's/-$//')-table.md"
