# """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
# Install: Rscript -e 'install.packages(c("httr2", "jsonlite"))'
# Run: Rscript words-quotes.R

library(httr2)

response <- request("https://api.example.com/notes") |>
  req_timeout(30) |>
  req_error(
    is_error = \(resp) resp_status(resp) >= 300,
    body = \(resp) if (resp_has_body(resp)) resp_body_string(resp)
  ) |>
  req_perform()
result <- resp_body_json(response)$ok
cat(jsonlite::toJSON(result, auto_unbox = TRUE, null = "null", digits = NA), "\n")
