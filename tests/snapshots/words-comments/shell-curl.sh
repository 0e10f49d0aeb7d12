curl https://api.example.com/notes \
  --fail-with-body --max-time 30 \
  -H 'Content-Type: application/json' \
  -d '{"a": 1}'
