# Ask a GraphQL API
# Install: Rscript -e 'install.packages(c("httr2", "jsonlite"))'
# Run: CODE_TOKEN=... Rscript graphql.R

library(httr2)

if (Sys.getenv("CODE_TOKEN") == "") stop("CODE_TOKEN is not set")

body <- list(
  query = "query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {\n  repository(owner: $owner, name: $name) {\n    issues(first: $count, states: [OPEN]) {\n      nodes { number title }\n    }\n  }\n}\n",
  variables = list(owner = "ada", name = "engine", count = 2)
)
response <- request("https://code.example.com/graphql") |>
  req_auth_bearer_token(Sys.getenv("CODE_TOKEN")) |>
  req_body_json(body) |>
  req_timeout(30) |>
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
  req_perform()
result <- resp_body_json(response)$data$repository$issues$nodes
cat(jsonlite::toJSON(result, auto_unbox = TRUE, null = "null", digits = NA), "\n")
