# Upload a photo
# Install: Rscript -e 'install.packages(c("httr2", "jsonlite"))'
# Run: PHOTOS_TOKEN=... Rscript upload.R

library(httr2)

if (Sys.getenv("PHOTOS_TOKEN") == "") stop("PHOTOS_TOKEN is not set")

response <- request("https://photos.example.org/albums/summer-2025/photos") |>
  req_auth_bearer_token(Sys.getenv("PHOTOS_TOKEN")) |>
  req_body_multipart(
    caption = 'Sunset at the "Blue Lagoon"',
    visibility = "friends",
    photo = curl::form_file("sunset.jpg", "image/jpeg", "sunset.jpg")
  ) |>
  req_timeout(30) |>
  req_options(followlocation = FALSE) |>
  req_error(
    is_error = \(resp) resp_status(resp) >= 300,
    body = \(resp) {
      c(
        resp_header(resp, "Location"),
        if (resp_has_body(resp)) resp_body_string(resp)
      )
    }
  ) |>
  req_perform()
writeLines(resp_body_json(response)$url)
