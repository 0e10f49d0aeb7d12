# QwQ-32B chat completion
# Run: MKEAI_API_KEY=... ruby qwq-32b.rb

require "json"
require "net/http"

uri = URI("https://api.mkeai.com/v1/chat/completions")
request = Net::HTTP::Post.new(
  uri,
  "Authorization" => "Bearer #{ENV.fetch("MKEAI_API_KEY")}",
  "Content-Type" => "application/json"
)
request.body = {
  model: "QwQ-32B",
  messages: [{ role: "user", content: "你好" }],
  stream: false
}.to_json
options = { use_ssl: true, open_timeout: 120, read_timeout: 120 }
response = Net::HTTP.start(uri.hostname, uri.port, options) { |http| http.request(request) }
unless response.is_a?(Net::HTTPSuccess)
  abort "HTTP #{response.code}: #{response["Location"] || response.body}"
end

puts JSON.parse(response.body).dig("choices", 0, "message", "content")
