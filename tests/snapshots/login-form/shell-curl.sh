#!/usr/bin/env bash
# Log in with a form
# Run: ACCOUNT_PASSWORD=... bash login-form.sh
set -euo pipefail
: "${ACCOUNT_PASSWORD:?}"

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
status=$(curl --silent --show-error --max-time 30 --output "${answer}" --write-out '%{http_code} %{redirect_url}' \
  --data-urlencode 'username=ada@example.com' \
  --data-urlencode "password=${ACCOUNT_PASSWORD}" \
  --data-urlencode 'scope=profile' \
  --data-urlencode 'scope=orders' \
  --data-urlencode 'device=' \
  'https://accounts.example.com/login')
if [[ $status != 2* ]]; then
  echo "HTTP $status" >&2
  cat "${answer}" >&2
  exit 1
fi
cat "${answer}"
