# QwQ-32B chat completion
# Install: gem install http
# Run: MKEAI_API_KEY=... ruby qwq-32b.rb

require "http"

response = HTTP.timeout(120).post(
  "https://api.mkeai.com/v1/chat/completions",
  headers: {
    "Authorization" => "Bearer #{ENV.fetch("MKEAI_API_KEY")}",
    "Content-Type" => "application/json"
  },
  json: { model: "QwQ-32B", messages: [{ role: "user", content: "你好" }], stream: false }
)
unless response.status.success?
  abort "HTTP #{response.code}: #{response["Location"] || response.body}"
end
puts response.parse(:json).dig("choices", 0, "message", "content")
