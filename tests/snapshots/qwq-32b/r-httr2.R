# QwQ-32B chat completion
# Install: Rscript -e 'install.packages(c("httr2", "jsonlite"))'
# Run: MKEAI_API_KEY=... Rscript qwq-32b.R

library(httr2)

if (Sys.getenv("MKEAI_API_KEY") == "") stop("MKEAI_API_KEY is not set")

body <- list(
  model = "QwQ-32B",
  messages = list(list(role = "user", content = "你好")),
  stream = FALSE
)
response <- request("https://api.mkeai.com/v1/chat/completions") |>
  req_auth_bearer_token(Sys.getenv("MKEAI_API_KEY")) |>
  req_body_json(body) |>
  req_timeout(120) |>
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
writeLines(resp_body_json(response)$choices[[1]]$message$content)
