#!/usr/bin/env bash
# How long a user waits: process start until the window is painted, without a repository, and until the map of DIR is seen, its
# index present. Looked at from outside, on a screen that Xvfb keeps in memory; the pictures that were counted stay in target/bench/start.
#   start.sh [DIR [TIMES]]     DIR defaults to corpus M, TIMES to 5
set -euo pipefail
cd "$(dirname "$0")/../.."
directory=${1:-$(src-test/bench/corpus.sh)}
times=${2:-5}
. src-test/bench/sources.sh
prepare
./orrery index "$directory" >/dev/null
# The first start makes the cache that later ones start from, in the background.
./orrery open models/src --snapshot target/bench/start.png
while ! ls target/window-*.aot >/dev/null 2>&1; do sleep 1; done
run dev.orrery.bench.FirstPicture target/bench/start "$times" window ./orrery open
run dev.orrery.bench.FirstPicture target/bench/start "$times" map ./orrery open "$directory"
