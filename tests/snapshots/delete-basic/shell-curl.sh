#!/usr/bin/env bash
# Delete a user's key
# Run: ADMIN_USER=... ADMIN_PASSWORD=... bash delete-basic.sh
set -euo pipefail
: "${ADMIN_USER:?}"
: "${ADMIN_PASSWORD:?}"

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
status=$(curl --silent --show-error --max-time 30 --output "${answer}" --write-out '%{http_code} %{redirect_url}' \
  --request DELETE \
  --user "${ADMIN_USER}:${ADMIN_PASSWORD}" \
  'https://api.example.net/v2/users/1042/keys/laptop%20%28old%29')
if [[ $status != 2* ]]; then
  echo "HTTP $status" >&2
  cat "${answer}" >&2
  exit 1
fi
cat "${answer}"
