# QwQ-32B chat completion
# Install: Rscript -e 'install.packages(c("curl", "jsonlite"))'
# Run: MKEAI_API_KEY=... Rscript qwq-32b.R

if (Sys.getenv("MKEAI_API_KEY") == "") stop("MKEAI_API_KEY is not set")

body <- list(
  model = "QwQ-32B",
  messages = list(list(role = "user", content = "你好")),
  stream = FALSE
)
handle <- curl::new_handle(
  postfields = jsonlite::toJSON(body, auto_unbox = TRUE, digits = NA),
  followlocation = FALSE,
  timeout = 120
)
curl::handle_setheaders(
  handle,
  Authorization = paste0("Bearer ", Sys.getenv("MKEAI_API_KEY")),
  "Content-Type" = "application/json"
)
response <- curl::curl_fetch_memory(
  "https://api.mkeai.com/v1/chat/completions",
  handle
)
answer <- rawToChar(response$content)
if (response$status_code >= 300) {
  location <- curl::parse_headers_list(response$headers)$location
  stop("HTTP ", response$status_code, ": ", location, " ", answer)
}
writeLines(jsonlite::fromJSON(answer, simplifyVector = FALSE)$choices[[1]]$message$content)
