# Replace an avatar
# Install: Rscript -e 'install.packages(c("httr2", "jsonlite"))'
# Run: FILES_API_KEY=... Rscript put-binary.R

library(httr2)

if (Sys.getenv("FILES_API_KEY") == "") stop("FILES_API_KEY is not set")

response <- request("https://files.example.org/avatars/ada") |>
  req_method("PUT") |>
  req_headers("X-Api-Key" = Sys.getenv("FILES_API_KEY")) |>
  req_body_file("avatar.png", "image/png") |>
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
result <- resp_body_json(response)$bytes
cat(jsonlite::toJSON(result, auto_unbox = TRUE, null = "null", digits = NA), "\n")
