# Delete a user's key
# Install: Rscript -e 'install.packages(c("httr2", "jsonlite"))'
# Run: ADMIN_USER=... ADMIN_PASSWORD=... Rscript delete-basic.R

library(httr2)

if (Sys.getenv("ADMIN_USER") == "") stop("ADMIN_USER is not set")
if (Sys.getenv("ADMIN_PASSWORD") == "") stop("ADMIN_PASSWORD is not set")

response <- request(
  "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29"
) |>
  req_method("DELETE") |>
  req_auth_basic(Sys.getenv("ADMIN_USER"), Sys.getenv("ADMIN_PASSWORD")) |>
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
if (resp_has_body(response)) writeLines(resp_body_string(response))
