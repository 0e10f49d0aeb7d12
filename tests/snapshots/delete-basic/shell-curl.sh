curl -X DELETE https://api.example.net/v2/users/1042/keys/laptop%20%28old%29 \
  --fail-with-body --max-time 30 \
  -u "${ADMIN_USER:?}:${ADMIN_PASSWORD:?}"
