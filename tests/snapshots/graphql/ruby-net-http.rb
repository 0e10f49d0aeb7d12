# Ask a GraphQL API
# Run: CODE_TOKEN=... ruby graphql.rb

require "json"
require "net/http"

uri = URI("https://code.example.com/graphql")
request = Net::HTTP::Post.new(
  uri,
  "Authorization" => "Bearer #{ENV.fetch("CODE_TOKEN")}",
  "Content-Type" => "application/json"
)
request.body = {
  query: <<~'TEXT',
    query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {
      repository(owner: $owner, name: $name) {
        issues(first: $count, states: [OPEN]) {
          nodes { number title }
        }
      }
    }
  TEXT
  variables: { owner: "ada", name: "engine", count: 2 }
}.to_json
options = { use_ssl: true, open_timeout: 30, read_timeout: 30 }
response = Net::HTTP.start(uri.hostname, uri.port, options) { |http| http.request(request) }
unless response.is_a?(Net::HTTPSuccess)
  abort "HTTP #{response.code}: #{response["Location"] || response.body}"
end

puts JSON.parse(response.body).dig("data", "repository", "issues", "nodes").to_json
