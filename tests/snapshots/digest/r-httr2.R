# Read the state of a camera
# Install: Rscript -e 'install.packages(c("httr2", "jsonlite"))'
# Run: CAMERA_USER=... CAMERA_PASSWORD=... Rscript digest.R

library(httr2)

if (Sys.getenv("CAMERA_USER") == "") stop("CAMERA_USER is not set")
if (Sys.getenv("CAMERA_PASSWORD") == "") stop("CAMERA_PASSWORD is not set")

response <- request("https://camera.example.com/api/v1/state") |>
  req_url_query(fields = "zoom,focus") |>
  req_options(
    httpauth = 2,
    userpwd = paste0(
      Sys.getenv("CAMERA_USER"),
      ":",
      Sys.getenv("CAMERA_PASSWORD")
    )
  ) |>
  req_timeout(30) |>
  req_error(
    is_error = \(resp) resp_status(resp) >= 300,
    body = \(resp) if (resp_has_body(resp)) resp_body_string(resp)
  ) |>
  req_perform()
writeLines(resp_body_string(response))
