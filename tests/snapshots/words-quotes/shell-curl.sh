#!/usr/bin/env bash
# """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
# Run: bash words-quotes.sh
set -euo pipefail

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
curl --fail-with-body --silent --show-error --max-time 30 --output "${answer}" \
  'https://api.example.com/notes' || {
  cat "${answer}" >&2
  exit 1
}
cat "${answer}"
