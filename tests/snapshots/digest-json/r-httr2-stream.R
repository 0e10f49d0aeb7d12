# Ask a private model, with a user name that is no secret
# Install: Rscript -e 'install.packages(c("httr2", "jsonlite"))'
# Run: MODEL_PASSWORD=... Rscript digest-json-stream.R

library(httr2)

if (Sys.getenv("MODEL_PASSWORD") == "") stop("MODEL_PASSWORD is not set")

body <- list(prompt = "Say “hello”", stream = TRUE)
response <- request("https://model.example.com/v1/chat") |>
  req_options(
    httpauth = 2,
    userpwd = paste0("admin:", Sys.getenv("MODEL_PASSWORD"))
  ) |>
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
  cat(data$text)
}
stop("The stream ended unexpectedly. ", event)
