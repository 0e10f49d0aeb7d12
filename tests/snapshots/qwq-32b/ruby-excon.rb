# QwQ-32B chat completion
# Install: gem install excon
# Run: MKEAI_API_KEY=... ruby qwq-32b.rb

require "excon"
require "json"

response = Excon.post(
  "https://api.mkeai.com/v1/chat/completions",
  headers: {
    "Authorization" => "Bearer #{ENV.fetch("MKEAI_API_KEY")}",
    "Content-Type" => "application/json"
  },
  body: { model: "QwQ-32B", messages: [{ role: "user", content: "你好" }], stream: false }.to_json,
  connect_timeout: 120,
  read_timeout: 120
)
unless (200..299).cover?(response.status)
  abort "HTTP #{response.status}: #{response.headers["Location"] || response.body}"
end
puts JSON.parse(response.body).dig("choices", 0, "message", "content")
