#!/usr/bin/env bash
# Upload a photo
# Run: PHOTOS_TOKEN=... bash upload.sh
set -euo pipefail
: "${PHOTOS_TOKEN:?}"

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
status=$(curl --silent --show-error --max-time 30 --output "${answer}" --write-out '%{http_code} %{redirect_url}' \
  --header "Authorization: Bearer ${PHOTOS_TOKEN}" \
  --form-string 'caption=Sunset at the "Blue Lagoon"' \
  --form-string 'visibility=friends' \
  --form 'photo=@sunset.jpg;type=image/jpeg' \
  'https://photos.example.org/albums/summer-2025/photos')
if [[ $status != 2* ]]; then
  echo "HTTP $status" >&2
  cat "${answer}" >&2
  exit 1
fi
cat "${answer}"
