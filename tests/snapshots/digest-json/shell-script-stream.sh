#!/usr/bin/env bash
# Ask a private model, with a user name that is no secret
# Install: apt install jq
# Run: MODEL_PASSWORD=... bash digest-json-stream.sh
set -euo pipefail

curl https://model.example.com/v1/chat \
  --silent --show-error --no-buffer --fail-with-body \
  --write-out '\nHTTP %{http_code} %{redirect_url}\n' \
  --connect-timeout 120 --speed-time 120 --speed-limit 1 \
  --digest -u "admin:${MODEL_PASSWORD:?}" \
  -H 'Content-Type: application/json' \
  -d '{"prompt": "Say “hello”", "stream": true}' | {
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
      jq -j '.text // empty' <<<"$event"
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
