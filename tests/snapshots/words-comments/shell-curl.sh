#!/usr/bin/env bash
# */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
# Run: bash words-comments.sh
set -euo pipefail

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
status=$(curl --silent --show-error --max-time 30 --output "${answer}" --write-out '%{http_code} %{redirect_url}' \
  --header 'Content-Type: application/json' \
  --data-raw '{"a": 1}' \
  'https://api.example.com/notes')
if [[ $status != 2* ]]; then
  echo "HTTP $status" >&2
  cat "${answer}" >&2
  exit 1
fi
cat "${answer}"
