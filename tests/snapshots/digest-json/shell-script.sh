#!/usr/bin/env bash
# Ask a private model, with a user name that is no secret
# Install: apt install jq
# Run: MODEL_PASSWORD=... bash digest-json.sh
set -euo pipefail

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
status=$(curl https://model.example.com/v1/chat \
  --output "${answer}" --write-out '%{http_code} %{redirect_url}' \
  --silent --show-error --max-time 30 \
  --digest -u "admin:${MODEL_PASSWORD:?}" \
  -H 'Content-Type: application/json' \
  -d '{"prompt": "Say “hello”"}')
if [[ $status != 2* ]]; then
  echo "HTTP $status" >&2
  cat "${answer}" >&2
  exit 1
fi
jq -er .text "${answer}"
