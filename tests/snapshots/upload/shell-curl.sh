#!/usr/bin/env bash
# Upload a photo
# Run: PHOTOS_TOKEN=... bash upload.sh
set -euo pipefail
: "${PHOTOS_TOKEN:?}"

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
curl --fail-with-body --silent --show-error --max-time 30 --output "${answer}" \
  --header "Authorization: Bearer ${PHOTOS_TOKEN}" \
  --form-string 'caption=Sunset at the "Blue Lagoon"' \
  --form-string 'visibility=friends' \
  --form 'photo=@sunset.jpg;type=image/jpeg' \
  'https://photos.example.org/albums/summer-2025/photos' || {
  cat "${answer}" >&2
  exit 1
}
cat "${answer}"
