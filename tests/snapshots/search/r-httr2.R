# Search a catalogue
# Install: Rscript -e 'install.packages(c("httr2", "jsonlite"))'
# Run: Rscript search.R

library(httr2)

response <- request("https://api.example.com/v1/catalogues/books/items") |>
  req_url_query(
    q = "café & crème",
    tag = "cooking",
    tag = "french",
    limit = "10"
  ) |>
  req_headers("X-Request-Id" = "docs-0001") |>
  req_timeout(30) |>
  req_error(
    is_error = \(resp) resp_status(resp) >= 300,
    body = \(resp) if (resp_has_body(resp)) resp_body_string(resp)
  ) |>
  req_perform()
writeLines(resp_body_json(response)$items[[1]]$title)
