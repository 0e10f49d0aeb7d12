# Ask a GraphQL API
# Install: julia -e 'using Pkg; pkg"add HTTP@2 JSON"'
# Run: CODE_TOKEN=... julia graphql.jl

using HTTP
using JSON

body = JSON.json(Dict(
    "query" => "query NewestIssues(\$owner: String!, \$name: String!, \$count: Int = 3) {\n  repository(owner: \$owner, name: \$name) {\n    issues(first: \$count, states: [OPEN]) {\n      nodes { number title }\n    }\n  }\n}\n",
    "variables" => Dict("owner" => "ada", "name" => "engine", "count" => 2),
))

headers = [
    "Authorization" => "Bearer $(ENV["CODE_TOKEN"])",
    "Content-Type" => "application/json",
]

response = HTTP.request(
    "POST",
    "https://code.example.com/graphql",
    headers,
    body;
    connect_timeout = 30,
    read_idle_timeout = 30,
    redirect = false,
    retry = false,
    status_exception = false,
)
if response.status >= 300
    error("HTTP $(response.status): $(String(response.body))")
end

answer = JSON.parse(String(response.body))
println(JSON.json(answer["data"]["repository"]["issues"]["nodes"]))
