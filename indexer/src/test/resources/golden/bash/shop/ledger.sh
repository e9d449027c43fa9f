entries=()

record() {
  entries+=("$1")
}

report() {
  printf '%s\n' "$(format "$1")"
}

format() {
  echo "total: $1"
}

check() {
  [[ $1 -gt 0 ]] && format "$1" >/dev/null
}
