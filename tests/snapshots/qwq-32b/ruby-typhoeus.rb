# QwQ-32B chat completion
# Install: gem install typhoeus
# Run: MKEAI_API_KEY=... ruby qwq-32b.rb

require "json"
require "typhoeus"

response = Typhoeus.post(
  "https://api.mkeai.com/v1/chat/completions",
  headers: {
    "Authorization" => "Bearer #{ENV.fetch("MKEAI_API_KEY")}",
    "Content-Type" => "application/json"
  },
  body: { model: "QwQ-32B", messages: [{ role: "user", content: "你好" }], stream: false }.to_json,
  timeout: 120
)
unless response.success?
  abort response.return_message unless response.return_code == :ok
  abort "HTTP #{response.code}: #{response.headers["Location"] || response.body}"
end
puts JSON.parse(response.body).dig("choices", 0, "message", "content")
