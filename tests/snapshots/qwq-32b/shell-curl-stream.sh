#!/usr/bin/env bash
# QwQ-32B chat completion
# Run: MKEAI_API_KEY=... bash qwq-32b-stream.sh
set -eu
: "${MKEAI_API_KEY:?}"

curl --fail-with-body --silent --show-error --no-buffer --write-out 'HTTP %{http_code} %{redirect_url}\n' \
  --connect-timeout 30 --speed-time 30 --speed-limit 1 \
  --header "Authorization: Bearer ${MKEAI_API_KEY}" \
  --header 'Content-Type: application/json' \
  --data-raw '{
    "model": "QwQ-32B",
    "messages": [{"role": "user", "content": "你好"}],
    "stream": true
  }' \
  'https://api.mkeai.com/v1/chat/completions' | {
  data=
  while IFS= read -r chunk || [[ -n $chunk ]]; do
    chunk=${chunk%$'\r'}
    while IFS= read -r -u 3 line; do
      case ${line#$'\xef\xbb\xbf'} in
      data | data:*)
        line=${line#*data}
        line=${line#:}
        data+=$'\n'${line# }
        ;;
      '')
        if [[ ${data:1} == '[DONE]' ]]; then
          cat >/dev/null
          exit
        fi
        [[ -z $data ]] || printf '%s\n' "${data:1}"
        data=
        ;;
      :* | event | event:* | id | id:* | retry | retry:*) ;;
      *) printf '%s\n' "$line" >&2 ;;
      esac
    done 3<<<"${chunk//$'\r'/$'\n'}"
  done
  echo 'The stream ended unexpectedly.' >&2
  exit 1
}
