#!/usr/bin/env bash
# Log in with a form
# Install: apt install jq
# Run: ACCOUNT_PASSWORD=... bash login-form.sh
set -euo pipefail

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
status=$(curl https://accounts.example.com/login \
  --output "${answer}" --write-out '%{http_code} %{redirect_url}' \
  --silent --show-error --max-time 30 \
  --data-urlencode username=ada@example.com \
  --data-urlencode "password=${ACCOUNT_PASSWORD:?}" \
  -d scope=profile \
  -d scope=orders \
  -d device=)
if [[ $status != 2* ]]; then
  echo "HTTP $status" >&2
  cat "${answer}" >&2
  exit 1
fi
jq -er .session.id "${answer}"
