#!/usr/bin/env bash
# Upload a photo
# Install: apt install jq
# Run: PHOTOS_TOKEN=... bash upload.sh
set -euo pipefail

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
status=$(curl https://photos.example.org/albums/summer-2025/photos \
  --output "${answer}" --write-out '%{http_code} %{redirect_url}' \
  --silent --show-error --max-time 30 \
  -H "Authorization: Bearer ${PHOTOS_TOKEN:?}" \
  -F 'caption=Sunset at the "Blue Lagoon"' \
  -F visibility=friends \
  -F 'photo=@sunset.jpg;type=image/jpeg')
if [[ $status != 2* ]]; then
  echo "HTTP $status" >&2
  cat "${answer}" >&2
  exit 1
fi
jq -er .url "${answer}"
