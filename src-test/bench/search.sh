#!/usr/bin/env bash
# Compares the hits of `orrery search --mode regex` with ripgrep's, pattern by pattern; prints differing lines and a count.
#   search.sh [DIR]     DIR defaults to corpus M
set -uo pipefail
cd "$(dirname "$0")/../.."
directory=${1:-$(src-test/bench/corpus.sh)}
work=$PWD/target/bench
mkdir -p "$work"
export ORRERY_HOME=${ORRERY_HOME:-$work/home}
patterns=(
  'IndexWriter' '^import static' ';$' '^$' 'TODO|FIXME|XXX' '(?i)illegalargument' '\bclass\s+\w+Visitor\b'
  '[A-Z]{3,}_[A-Z]{3,}' 'commit\(\)' '"[^"]*\\n[^"]*"' '\d{4}-\d{2}' '(get|set)(Name|Value)\(' '[^\x00-\x7F]'
  'é|ö|ü' '\p{Greek}' '(?i)straße|ÉCOLE' '@Override\s*$' 'public\s+(static\s+)?final\s+\w+' 'x+y*' '[a-z]+\.[a-z]+\.[a-z]+\.[A-Z]\w+;$'
  '\.{3}' '^\s*\*\s+@param\s+\w+$' '(a|b)c{2,3}' 'e.{0,20}z\b' '\w+Exception\b' '(?-u)\bnull\b' '[[:upper:]]{5}[[:digit:]]+'
)
same=0
for pattern in "${patterns[@]}"; do
  rg --vimgrep --hidden --no-require-git -g '!.git' -e "$pattern" "$directory" 2>/dev/null |
    sed "s#^$directory/##" | sort >"$work/rg.txt"
  ./orrery search "$directory" "$pattern" --mode regex 2>"$work/error.txt" | sort >"$work/orrery.txt"
  if cmp -s "$work/rg.txt" "$work/orrery.txt"; then
    same=$((same + 1))
    echo "same     $(wc -l <"$work/rg.txt") hits  $pattern"
  else
    echo "DIFFERS  rg $(wc -l <"$work/rg.txt"), orrery $(wc -l <"$work/orrery.txt")  $pattern  $(head -1 "$work/error.txt")"
    diff "$work/rg.txt" "$work/orrery.txt" | head -3
  fi
done
./orrery bench search "$directory" | tail -3
echo "$same of ${#patterns[@]} patterns: identical hits"
[ "$same" = "${#patterns[@]}" ]
