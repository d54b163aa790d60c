#!/bin/sh
# Writes resources.c, which embeds every file of the folders below into the program.
#   embed.sh          writes it
#   embed.sh --check  writes nothing; fails when it is not up to date
set -eu
LC_ALL=C
export LC_ALL
cd "$(dirname "$0")"

files() {
  for folder in migrations sample sign-in styles translations; do
    if [ -d "$folder" ]; then find "$folder" -type f ! -name '.*'; fi
  done | sort
}

generate() {
  echo '// Written by embed.sh: do not edit.'
  echo '#include "CResources.h"'
  list=$(files)
  odd=$(printf '%s\n' "$list" | grep '[^A-Za-z0-9._/-]' || true)
  if [ -n "$odd" ]; then
    echo "embed.sh: a name outside A-Z a-z 0-9 . _ / -: $odd" >&2
    exit 1
  fi
  number=0
  for file in $list; do
    # The zero after the bytes keeps an empty file from being an empty array.
    printf '\nstatic const unsigned char file%d[] = {\n' "$number"
    printf '#embed "%s" suffix(, 0) if_empty(0)\n};\n' "$file"
    number=$((number + 1))
  done
  if [ "$number" -eq 0 ]; then
    printf '\nconst HubResource *hub_resources(size_t *count) {\n  *count = 0;\n  return 0;\n}\n'
    return
  fi
  printf '\nstatic const HubResource files[] = {\n'
  number=0
  for file in $list; do
    printf '  {"%s", file%d, sizeof file%d - 1},\n' "$file" "$number" "$number"
    number=$((number + 1))
  done
  printf '};\n\nconst HubResource *hub_resources(size_t *count) {\n'
  printf '  *count = sizeof files / sizeof *files;\n  return files;\n}\n'
}

new=$(generate)
if [ "${1:-}" = --check ]; then
  if [ "$new" != "$(cat resources.c)" ]; then
    echo "Resources/resources.c is not up to date: run Resources/embed.sh" >&2
    exit 1
  fi
else
  printf '%s\n' "$new" > resources.c
fi
