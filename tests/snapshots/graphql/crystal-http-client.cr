# Ask a GraphQL API
# Run: crystal build graphql.cr && CODE_TOKEN=... ./graphql

require "http/client"
require "json"

uri = URI.parse("https://code.example.com/graphql")
client = HTTP::Client.new(uri)
client.connect_timeout = 30.seconds
client.read_timeout = 30.seconds

headers = HTTP::Headers{
  "Authorization" => "Bearer #{ENV["CODE_TOKEN"]}",
  "Content-Type"  => "application/json",
}
body = {
  query:     "query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {\n  repository(owner: $owner, name: $name) {\n    issues(first: $count, states: [OPEN]) {\n      nodes { number title }\n    }\n  }\n}\n",
  variables: {owner: "ada", name: "engine", count: 2},
}.to_json

client.post(uri.request_target, headers, body) do |response|
  unless response.success?
    abort "HTTP #{response.status_code}: #{response.headers["Location"]? || response.body_io.gets_to_end}"
  end

  puts JSON.parse(response.body_io)["data"]["repository"]["issues"]["nodes"].to_json
end
