curl https://photos.example.org/albums/summer-2025/photos \
  --fail-with-body --max-time 30 \
  -H "Authorization: Bearer ${PHOTOS_TOKEN:?}" \
  -F 'caption=Sunset at the "Blue Lagoon"' \
  -F visibility=friends \
  -F 'photo=@sunset.jpg;type=image/jpeg'
