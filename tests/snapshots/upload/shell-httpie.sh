http --ignore-stdin --check-status --timeout=30 --multipart \
  POST https://photos.example.org/albums/summer-2025/photos \
  "Authorization: Bearer ${PHOTOS_TOKEN:?}" \
  'caption=Sunset at the "Blue Lagoon"' \
  visibility=friends \
  'photo@sunset.jpg;type=image/jpeg'
