#!/usr/bin/env bash
# Look at a download before fetching it
# Run: bash head.sh
set -euo pipefail

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
curl --fail-with-body --silent --show-error --max-time 30 --output "${answer}" \
  --head \
  --header 'Accept: application/gzip' \
  'https://downloads.example.net/releases/2.10/engine.tar.gz' || {
  cat "${answer}" >&2
  exit 1
}
cat "${answer}"
