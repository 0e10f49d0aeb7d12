#!/usr/bin/env bash
# Delete a user's key
# Run: ADMIN_USER=... ADMIN_PASSWORD=... bash delete-basic.sh
set -euo pipefail

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
status=$(curl -X DELETE https://api.example.net/v2/users/1042/keys/laptop%20%28old%29 \
  --output "${answer}" --write-out '%{http_code} %{redirect_url}' \
  --silent --show-error --max-time 30 \
  -u "${ADMIN_USER:?}:${ADMIN_PASSWORD:?}")
if [[ $status != 2* ]]; then
  echo "HTTP $status" >&2
  cat "${answer}" >&2
  exit 1
fi
cat "${answer}"
