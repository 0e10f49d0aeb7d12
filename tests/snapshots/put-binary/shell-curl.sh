curl -X PUT https://files.example.org/avatars/ada \
  --fail-with-body --max-time 30 \
  -H "X-Api-Key: ${FILES_API_KEY:?}" \
  -H 'Content-Type: image/png' \
  --data-binary @- <avatar.png
