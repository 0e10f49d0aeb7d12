# QwQ-32B chat completion
# Install: gem install faraday
# Run: MKEAI_API_KEY=... ruby qwq-32b.rb

require "faraday"
require "json"

response = Faraday.post("https://api.mkeai.com/v1/chat/completions") do |request|
  request.headers["Authorization"] = "Bearer #{ENV.fetch("MKEAI_API_KEY")}"
  request.headers["Content-Type"] = "application/json"
  request.body = {
    model: "QwQ-32B",
    messages: [{ role: "user", content: "你好" }],
    stream: false
  }.to_json
  request.options.timeout = 120
end
unless response.success?
  abort "HTTP #{response.status}: #{response.headers["Location"] || response.body}"
end

puts JSON.parse(response.body).dig("choices", 0, "message", "content")
