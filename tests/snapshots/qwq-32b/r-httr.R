# QwQ-32B chat completion
# Install: Rscript -e 'install.packages(c("httr", "jsonlite"))'
# Run: MKEAI_API_KEY=... Rscript qwq-32b.R

library(httr)

if (Sys.getenv("MKEAI_API_KEY") == "") stop("MKEAI_API_KEY is not set")

body <- list(
  model = "QwQ-32B",
  messages = list(list(role = "user", content = "你好")),
  stream = FALSE
)
response <- POST(
  "https://api.mkeai.com/v1/chat/completions",
  add_headers(Authorization = paste0("Bearer ", Sys.getenv("MKEAI_API_KEY"))),
  body = body, encode = "json",
  config(followlocation = 0),
  timeout(120)
)
if (status_code(response) >= 300) {
  stop(status_code(response), " ", headers(response)$location, " ", content(response, "text", encoding = "UTF-8"))
}
writeLines(content(response, "parsed", "application/json")$choices[[1]]$message$content)
