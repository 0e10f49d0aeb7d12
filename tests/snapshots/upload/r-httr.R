# Upload a photo
# Install: Rscript -e 'install.packages(c("httr", "jsonlite"))'
# Run: PHOTOS_TOKEN=... Rscript upload.R

library(httr)

if (Sys.getenv("PHOTOS_TOKEN") == "") stop("PHOTOS_TOKEN is not set")

response <- POST(
  "https://photos.example.org/albums/summer-2025/photos",
  add_headers(Authorization = paste0("Bearer ", Sys.getenv("PHOTOS_TOKEN"))),
  body = list(
    caption = 'Sunset at the "Blue Lagoon"',
    visibility = "friends",
    photo = curl::form_file("sunset.jpg", "image/jpeg", "sunset.jpg")
  ),
  config(followlocation = 0),
  timeout(30)
)
if (status_code(response) >= 300) {
  stop(status_code(response), " ", headers(response)$location, " ", content(response, "text", encoding = "UTF-8"))
}
writeLines(content(response, "parsed", "application/json")$url)
