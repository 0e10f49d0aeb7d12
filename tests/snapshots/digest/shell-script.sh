#!/usr/bin/env bash
# Read the state of a camera
# Run: CAMERA_USER=... CAMERA_PASSWORD=... bash digest.sh
set -euo pipefail

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
status=$(curl -G https://camera.example.com/api/v1/state \
  --output "${answer}" --write-out '%{http_code} %{redirect_url}' \
  --silent --show-error --max-time 30 \
  --digest -u "${CAMERA_USER:?}:${CAMERA_PASSWORD:?}" \
  --data-urlencode fields=zoom,focus)
if [[ $status != 2* ]]; then
  echo "HTTP $status" >&2
  cat "${answer}" >&2
  exit 1
fi
cat "${answer}"
