#!/usr/bin/env bash
# QwQ-32B chat completion
# Run: MKEAI_API_KEY=... bash qwq-32b.sh
set -euo pipefail
: "${MKEAI_API_KEY:?}"

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
status=$(curl --silent --show-error --max-time 30 --output "${answer}" --write-out '%{http_code} %{redirect_url}' \
  --header "Authorization: Bearer ${MKEAI_API_KEY}" \
  --header 'Content-Type: application/json' \
  --data-raw '{
    "model": "QwQ-32B",
    "messages": [{"role": "user", "content": "你好"}],
    "stream": false
  }' \
  'https://api.mkeai.com/v1/chat/completions')
if [[ $status != 2* ]]; then
  echo "HTTP $status" >&2
  cat "${answer}" >&2
  exit 1
fi
cat "${answer}"
