# Look at a download before fetching it
# Install: Rscript -e 'install.packages(c("httr2", "jsonlite"))'
# Run: Rscript head.R

library(httr2)

response <- request(
  "https://downloads.example.net/releases/2.10/engine.tar.gz"
) |>
  req_method("HEAD") |>
  req_headers(Accept = "application/gzip") |>
  req_timeout(30) |>
  req_error(
    is_error = \(resp) resp_status(resp) >= 300,
    body = \(resp) if (resp_has_body(resp)) resp_body_string(resp)
  ) |>
  req_perform()
headers <- resp_headers(response)
writeLines(paste0(names(headers), ": ", headers))
