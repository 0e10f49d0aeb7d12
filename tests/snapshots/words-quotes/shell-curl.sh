#!/usr/bin/env bash
# """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
# Run: bash words-quotes.sh
set -euo pipefail

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
status=$(curl --silent --show-error --max-time 30 --output "${answer}" --write-out '%{http_code} %{redirect_url}' \
  'https://api.example.com/notes')
if [[ $status != 2* ]]; then
  echo "HTTP $status" >&2
  cat "${answer}" >&2
  exit 1
fi
cat "${answer}"
