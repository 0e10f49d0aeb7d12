#!/usr/bin/env bash
# QwQ-32B chat completion
# Install: apt install jq
# Run: MKEAI_API_KEY=... bash qwq-32b.sh
set -euo pipefail

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
status=$(curl https://api.mkeai.com/v1/chat/completions \
  --output "${answer}" --write-out '%{http_code} %{redirect_url}' \
  --silent --show-error --max-time 120 \
  -H "Authorization: Bearer ${MKEAI_API_KEY:?}" \
  -H 'Content-Type: application/json' \
  -d '{
    "model": "QwQ-32B",
    "messages": [{"role": "user", "content": "你好"}],
    "stream": false
  }')
if [[ $status != 2* ]]; then
  echo "HTTP $status" >&2
  cat "${answer}" >&2
  exit 1
fi
jq -er '.choices[0].message.content' "${answer}"
