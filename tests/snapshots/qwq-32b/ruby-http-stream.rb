# QwQ-32B chat completion
# Install: gem install http
# Run: MKEAI_API_KEY=... ruby qwq-32b-stream.rb

require "http"
require "json"

$stdout.sync = true

response = HTTP.timeout(connect: 120, write: 120, read: 120).encoding("BINARY").post(
  "https://api.mkeai.com/v1/chat/completions",
  headers: {
    "Authorization" => "Bearer #{ENV.fetch("MKEAI_API_KEY")}",
    "Content-Type" => "application/json"
  },
  json: { model: "QwQ-32B", messages: [{ role: "user", content: "你好" }], stream: true }
)
unless response.status.success?
  abort "HTTP #{response.code}: #{response["Location"] || response.body}"
end

rest = data = ""
response.body.each do |chunk|
  rest += chunk
  while (event = rest.match(/^data: ?(.*?)\r?\n/))
    rest = event.post_match
    data = event[1].force_encoding("UTF-8")
    if data == "[DONE]"
      puts
      exit
    end
    delta = JSON.parse(data).dig("choices", 0, "delta") || {}
    $stderr.print delta["reasoning_content"]
    print delta["content"]
  end
end
abort "The stream ended unexpectedly. " + data + rest.force_encoding("UTF-8")
