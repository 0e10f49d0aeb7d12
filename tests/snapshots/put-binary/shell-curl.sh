#!/usr/bin/env bash
# Replace an avatar
# Run: FILES_API_KEY=... bash put-binary.sh
set -euo pipefail
: "${FILES_API_KEY:?}"

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
status=$(curl --silent --show-error --max-time 30 --output "${answer}" --write-out '%{http_code} %{redirect_url}' \
  --request PUT \
  --header "X-Api-Key: ${FILES_API_KEY}" \
  --header 'Content-Type: image/png' \
  --data-binary @- \
  'https://files.example.org/avatars/ada' <'avatar.png')
if [[ $status != 2* ]]; then
  echo "HTTP $status" >&2
  cat "${answer}" >&2
  exit 1
fi
cat "${answer}"
