#!/usr/bin/env bash
# Sums what is in the cart.
set -euo pipefail
source "$(dirname "$0")/ledger.sh"
. ./colours.sh

TAX=19

usage() {
  echo "usage: $0 FILE" >&2
  exit 2
}

gross() {
  local price=$1
  echo $((price * (100 + TAX) / 100))
}

function total {
  local sum=0 line
  while read -r line; do
    sum=$((sum + $(gross "$line")))
    record "$line"
  done <"$1"
  echo "$sum"
}

main() {
  [ $# -eq 1 ] || usage
  local result
  result=$(total "$1")
  report "$result" | tee -a log.txt
  if ! check "$result"; then
    usage
  fi
}

main "$@"
