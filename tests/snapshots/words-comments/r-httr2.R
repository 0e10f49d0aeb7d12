# */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
# Install: Rscript -e 'install.packages(c("httr2", "jsonlite"))'
# Run: Rscript words-comments.R

library(httr2)

body <- list(a = 1)
response <- request("https://api.example.com/notes") |>
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
result <- resp_body_json(response)$ok
cat(jsonlite::toJSON(result, auto_unbox = TRUE, null = "null", digits = NA), "\n")
