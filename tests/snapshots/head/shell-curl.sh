#!/usr/bin/env bash
# Look at a download before fetching it
# Run: bash head.sh
set -euo pipefail

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
status=$(curl --silent --show-error --max-time 30 --output "${answer}" --write-out '%{http_code} %{redirect_url}' \
  --head \
  --header 'Accept: application/gzip' \
  'https://downloads.example.net/releases/2.10/engine.tar.gz')
if [[ $status != 2* ]]; then
  echo "HTTP $status" >&2
  cat "${answer}" >&2
  exit 1
fi
cat "${answer}"
