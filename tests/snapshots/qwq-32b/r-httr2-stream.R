# QwQ-32B chat completion
# Install: Rscript -e 'install.packages(c("httr2", "jsonlite"))'
# Run: MKEAI_API_KEY=... Rscript qwq-32b-stream.R

library(httr2)

if (Sys.getenv("MKEAI_API_KEY") == "") stop("MKEAI_API_KEY is not set")

body <- list(
  model = "QwQ-32B",
  messages = list(list(role = "user", content = "你好")),
  stream = TRUE
)
response <- request("https://api.mkeai.com/v1/chat/completions") |>
  req_auth_bearer_token(Sys.getenv("MKEAI_API_KEY")) |>
  req_body_json(body) |>
  req_options(connecttimeout = 120, low_speed_limit = 1, low_speed_time = 120) |>
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
  req_perform_connection(blocking = FALSE)
if (resp_content_type(response) != "text/event-stream") {
  stop(resp_body_string(response))
}
event <- ""
while (!resp_stream_is_complete(response)) {
  next_event <- resp_stream_sse(response)
  if (is.null(next_event)) {
    Sys.sleep(0.05)
    next
  }
  event <- next_event$data
  if (event == "[DONE]") {
    cat("\n")
    quit()
  }
  data <- jsonlite::fromJSON(event, simplifyVector = FALSE)
  delta <- data$choices[1][[1]]$delta
  cat(delta$reasoning_content, file = stderr())
  cat(delta$content)
}
stop("The stream ended unexpectedly. ", event)
