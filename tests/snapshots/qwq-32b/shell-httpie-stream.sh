http --ignore-stdin --check-status --timeout=120 --stream \
  POST https://api.mkeai.com/v1/chat/completions \
  "Authorization: Bearer ${MKEAI_API_KEY:?}" \
  --raw='{
    "model": "QwQ-32B",
    "messages": [{"role": "user", "content": "你好"}],
    "stream": true
  }'
