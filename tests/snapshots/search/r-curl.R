# Search a catalogue
# Install: Rscript -e 'install.packages(c("curl", "jsonlite"))'
# Run: Rscript search.R

handle <- curl::new_handle(timeout = 30)
curl::handle_setheaders(handle, "X-Request-Id" = "docs-0001")
response <- curl::curl_fetch_memory(
  "https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10",
  handle
)
answer <- rawToChar(response$content)
if (response$status_code >= 300) {
  stop("HTTP ", response$status_code, ": ", answer)
}
writeLines(jsonlite::fromJSON(answer, simplifyVector = FALSE)$items[[1]]$title)
