curl https://model.example.com/v1/chat \
  --fail-with-body --max-time 30 \
  --digest -u "admin:${MODEL_PASSWORD:?}" \
  -H 'Content-Type: application/json' \
  -d '{"prompt": "Say “hello”"}'
