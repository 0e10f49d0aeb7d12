# Search a catalogue
# Install: Rscript -e 'install.packages(c("httr", "jsonlite"))'
# Run: Rscript search.R

library(httr)

response <- GET(
  "https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10",
  add_headers("X-Request-Id" = "docs-0001"),
  timeout(30)
)
if (status_code(response) >= 300) {
  stop(status_code(response), " ", content(response, "text", encoding = "UTF-8"))
}
writeLines(content(response, "parsed", "application/json")$items[[1]]$title)
