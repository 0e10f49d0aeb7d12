# Upload a photo
# Install: Rscript -e 'install.packages(c("curl", "jsonlite"))'
# Run: PHOTOS_TOKEN=... Rscript upload.R

if (Sys.getenv("PHOTOS_TOKEN") == "") stop("PHOTOS_TOKEN is not set")

handle <- curl::new_handle(followlocation = FALSE, timeout = 30)
curl::handle_setheaders(
  handle,
  Authorization = paste0("Bearer ", Sys.getenv("PHOTOS_TOKEN"))
)
curl::handle_setform(
  handle,
  caption = 'Sunset at the "Blue Lagoon"',
  visibility = "friends",
  photo = curl::form_file("sunset.jpg", "image/jpeg", "sunset.jpg")
)
response <- curl::curl_fetch_memory(
  "https://photos.example.org/albums/summer-2025/photos",
  handle
)
answer <- rawToChar(response$content)
if (response$status_code >= 300) {
  location <- curl::parse_headers_list(response$headers)$location
  stop("HTTP ", response$status_code, ": ", location, " ", answer)
}
writeLines(jsonlite::fromJSON(answer, simplifyVector = FALSE)$url)
