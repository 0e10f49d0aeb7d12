#!/usr/bin/env bash
# Look at a download before fetching it
# Run: bash head.sh
set -euo pipefail

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
status=$(curl -I https://downloads.example.net/releases/2.10/engine.tar.gz \
  --output "${answer}" --write-out '%{http_code} %{redirect_url}' \
  --silent --show-error --max-time 30 \
  -H 'Accept: application/gzip')
if [[ $status != 2* ]]; then
  echo "HTTP $status" >&2
  cat "${answer}" >&2
  exit 1
fi
cat "${answer}"
