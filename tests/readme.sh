#!/usr/bin/env bash
# Runs every command of the README's sh blocks, in order, as a new user would; --target=Test is left to .ci/run.
# The command for a real account talks to the emulator, as if that were Treasure Data.
set -euo pipefail
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

field() { sed -n "s/.*\"$1\": *\"\([^\"]*\)\".*/\1/p" out/acme/emulator/endpoint.json; }

on_the_emulator() {
  ./build.sh --target=Emulator --action=start >/dev/null
  # Looked at every second instead of every thirty; files that stand in for sources belong to the local platform only.
  sed '/^local:/,$d' config/pipeline.yml > "$scratch/pipeline.yml"
  printf 'monitor:\n  poll_interval: 1s\n' >> "$scratch/pipeline.yml"
  echo "$1 --endpoint=$(field url) --config=$scratch/pipeline.yml --workspace=$scratch/out"
}

count=0
while IFS= read -r line <&3; do
  command=$(sed 's/ \{2,\}#.*$//; s/[[:space:]]*$//' <<<"$line")
  case $command in
    ''|'#'*|*--target=Test*) continue ;;
    *--platform=treasure_data*) 
      command=$(on_the_emulator "$command")
      TD_API_KEY=$(field token)
      export TD_API_KEY ;;
  esac
  echo "\$ ${line%%  #*}"
  if ! bash -c "$command" </dev/null >"$scratch/output" 2>&1; then
    cat "$scratch/output"
    echo "README.md: this command failed: $command" >&2
    exit 1
  fi
  count=$((count + 1))
done 3< <(awk '/^```sh$/ { inside = 1; next } /^```/ { inside = 0 } inside' README.md)

./build.sh --target=Emulator --action=stop >/dev/null
./build.sh --target=Emulator --action=stop --workspace=out/rehearsal >/dev/null
echo "$count commands of README.md ran"
