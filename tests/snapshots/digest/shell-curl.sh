curl -G https://camera.example.com/api/v1/state \
  --fail-with-body --max-time 30 \
  --digest -u "${CAMERA_USER:?}:${CAMERA_PASSWORD:?}" \
  --data-urlencode fields=zoom,focus
