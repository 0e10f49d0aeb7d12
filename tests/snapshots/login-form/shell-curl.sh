curl https://accounts.example.com/login \
  --fail-with-body --max-time 30 \
  --data-urlencode username=ada@example.com \
  --data-urlencode "password=${ACCOUNT_PASSWORD:?}" \
  -d scope=profile \
  -d scope=orders \
  -d device=
