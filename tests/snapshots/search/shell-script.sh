#!/usr/bin/env bash
# Search a catalogue
# Install: apt install jq
# Run: bash search.sh
set -euo pipefail

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
status=$(curl -G https://api.example.com/v1/catalogues/books/items \
  --output "${answer}" --write-out '%{http_code} %{redirect_url}' \
  --silent --show-error --max-time 30 \
  -H 'X-Request-Id: docs-0001' \
  --data-urlencode 'q=café & crème' \
  -d tag=cooking \
  -d tag=french \
  -d limit=10)
if [[ $status != 2* ]]; then
  echo "HTTP $status" >&2
  cat "${answer}" >&2
  exit 1
fi
jq -er '.items[0].title' "${answer}"
