curl https://api.mkeai.com/v1/chat/completions \
  --no-buffer --fail-with-body --speed-time 120 --speed-limit 1 \
  -H "Authorization: Bearer ${MKEAI_API_KEY:?}" \
  -H 'Content-Type: application/json' \
  -d '{
    "model": "QwQ-32B",
    "messages": [{"role": "user", "content": "你好"}],
    "stream": true
  }'
