curl https://api.mkeai.com/v1/chat/completions \
  --fail-with-body --max-time 120 \
  -H "Authorization: Bearer ${MKEAI_API_KEY:?}" \
  -H 'Content-Type: application/json' \
  -d '{
    "model": "QwQ-32B",
    "messages": [{"role": "user", "content": "你好"}],
    "stream": false
  }'
