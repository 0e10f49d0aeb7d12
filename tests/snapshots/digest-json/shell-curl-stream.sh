curl https://model.example.com/v1/chat \
  --no-buffer --fail-with-body --speed-time 120 --speed-limit 1 \
  --digest -u "admin:${MODEL_PASSWORD:?}" \
  -H 'Content-Type: application/json' \
  -d '{"prompt": "Say “hello”", "stream": true}'
