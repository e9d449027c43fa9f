#!/usr/bin/env bash
# The built-in model on files that it has not learned: next token, whole line, time, memory.
#   ngram.sh FOLDER [ENDING] [carets] [seed]
set -euo pipefail
cd "$(dirname "$0")/../.."
. src-test/bench/sources.sh
prepare
run dev.orrery.bench.NgramBench "$1" "${2:-.java}" "${@:3}"
