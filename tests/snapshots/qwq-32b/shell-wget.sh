wget -O- --content-on-error --timeout=120 --tries=1 --max-redirect=0 --method=POST \
  --header="Authorization: Bearer ${MKEAI_API_KEY:?}" \
  --header='Content-Type: application/json' \
  --body-data='{
    "model": "QwQ-32B",
    "messages": [{"role": "user", "content": "你好"}],
    "stream": false
  }' \
  https://api.mkeai.com/v1/chat/completions
