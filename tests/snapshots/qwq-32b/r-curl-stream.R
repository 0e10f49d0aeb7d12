# QwQ-32B chat completion
# Install: Rscript -e 'install.packages(c("curl", "jsonlite"))'
# Run: MKEAI_API_KEY=... Rscript qwq-32b-stream.R

if (Sys.getenv("MKEAI_API_KEY") == "") stop("MKEAI_API_KEY is not set")

body <- list(
  model = "QwQ-32B",
  messages = list(list(role = "user", content = "你好")),
  stream = TRUE
)
handle <- curl::new_handle(
  postfields = jsonlite::toJSON(body, auto_unbox = TRUE, digits = NA),
  followlocation = FALSE,
  low_speed_limit = 1,
  low_speed_time = 120
)
curl::handle_setheaders(
  handle,
  Authorization = paste0("Bearer ", Sys.getenv("MKEAI_API_KEY")),
  "Content-Type" = "application/json"
)
rest <- raw()
event <- ""
other <- ""
receive <- function(bytes) {
  rest <<- c(rest, bytes)
  while (as.raw(10) %in% rest) {
    end <- match(as.raw(10), rest)
    line <- sub("\r$", "", rawToChar(head(rest, end - 1)))
    rest <<- tail(rest, -end)
    if (!startsWith(line, "data:")) {
      other <<- paste0(other, line)
      next
    }
    event <<- sub("^data: ?", "", line)
    if (event == "[DONE]") {
      cat("\n")
      quit()
    }
    data <- jsonlite::fromJSON(event, simplifyVector = FALSE)
    delta <- data$choices[1][[1]]$delta
    cat(delta$reasoning_content, file = stderr())
    cat(delta$content)
  }
}
response <- curl::curl_fetch_stream(
  "https://api.mkeai.com/v1/chat/completions",
  receive,
  handle
)
answer <- paste0(event, other, rawToChar(rest))
if (response$status_code >= 300) {
  location <- curl::parse_headers_list(response$headers)$location
  stop("HTTP ", response$status_code, ": ", location, " ", answer)
}
stop("The stream ended unexpectedly. ", answer)
