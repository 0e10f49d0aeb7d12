#!/usr/bin/env bash
# */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
# Run: bash words-comments.sh
set -euo pipefail

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
curl --fail-with-body --silent --show-error --max-time 30 --output "${answer}" \
  --header 'Content-Type: application/json' \
  --data-raw '{"a": 1}' \
  'https://api.example.com/notes' || {
  cat "${answer}" >&2
  exit 1
}
cat "${answer}"
