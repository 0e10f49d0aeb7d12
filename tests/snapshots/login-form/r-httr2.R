# Log in with a form
# Install: Rscript -e 'install.packages(c("httr2", "jsonlite"))'
# Run: ACCOUNT_PASSWORD=... Rscript login-form.R

library(httr2)

if (Sys.getenv("ACCOUNT_PASSWORD") == "") stop("ACCOUNT_PASSWORD is not set")

response <- request("https://accounts.example.com/login") |>
  req_body_form(
    username = "ada@example.com",
    password = Sys.getenv("ACCOUNT_PASSWORD"),
    scope = "profile",
    scope = "orders",
    device = ""
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
writeLines(resp_body_json(response)$session$id)
