#!/usr/bin/env bash
# QwQ-32B chat completion
# Install: apt install jq
# Run: MKEAI_API_KEY=... bash qwq-32b-stream.sh
set -euo pipefail

curl https://api.mkeai.com/v1/chat/completions \
  --silent --show-error --no-buffer --fail-with-body \
  --write-out '\nHTTP %{http_code} %{redirect_url}\n' \
  --connect-timeout 120 --speed-time 120 --speed-limit 1 \
  -H "Authorization: Bearer ${MKEAI_API_KEY:?}" \
  -H 'Content-Type: application/json' \
  -d '{
    "model": "QwQ-32B",
    "messages": [{"role": "user", "content": "你好"}],
    "stream": true
  }' | {
  event=
  while IFS= read -r line || [[ -n $line ]]; do
    line=${line%$'\r'}
    case $line in
    'data: [DONE]' | 'data:[DONE]')
      echo
      cat >/dev/null
      exit
      ;;
    data:*)
      event=${line#data:}
      jq -j '.choices[0].delta.content // empty' <<<"$event"
      jq -j '.choices[0].delta.reasoning_content // empty' <<<"$event" >&2
      ;;
    '' | :* | event:* | id:* | retry:* | 'HTTP 2'*) ;;
    *)
      printf '%s\n' "$line" >&2
      ;;
    esac
  done
  printf '%s\n' "$event" 'The stream ended unexpectedly.' >&2
  exit 1
}
