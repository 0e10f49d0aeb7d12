#!/usr/bin/env bash
# Replace an avatar
# Install: apt install jq
# Run: FILES_API_KEY=... bash put-binary.sh
set -euo pipefail

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
status=$(curl -X PUT https://files.example.org/avatars/ada \
  --output "${answer}" --write-out '%{http_code} %{redirect_url}' \
  --silent --show-error --max-time 30 \
  -H "X-Api-Key: ${FILES_API_KEY:?}" \
  -H 'Content-Type: image/png' \
  --data-binary @- <avatar.png)
if [[ $status != 2* ]]; then
  echo "HTTP $status" >&2
  cat "${answer}" >&2
  exit 1
fi
jq .bytes "${answer}"
