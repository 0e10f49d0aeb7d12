# Ask a private model, with a user name that is no secret
# Install: Rscript -e 'install.packages(c("httr2", "jsonlite"))'
# Run: MODEL_PASSWORD=... Rscript digest-json.R

library(httr2)

if (Sys.getenv("MODEL_PASSWORD") == "") stop("MODEL_PASSWORD is not set")

body <- list(prompt = "Say “hello”")
response <- request("https://model.example.com/v1/chat") |>
  req_options(
    httpauth = 2,
    userpwd = paste0("admin:", Sys.getenv("MODEL_PASSWORD"))
  ) |>
  req_body_json(body) |>
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
writeLines(resp_body_json(response)$text)
