# QwQ-32B chat completion
# Install: gem install httparty
# Run: MKEAI_API_KEY=... ruby qwq-32b-stream.rb

require "httparty"
require "json"

$stdout.sync = true

rest = data = ""
response = HTTParty.post(
  "https://api.mkeai.com/v1/chat/completions",
  headers: {
    "Authorization" => "Bearer #{ENV.fetch("MKEAI_API_KEY")}",
    "Content-Type" => "application/json"
  },
  body: { model: "QwQ-32B", messages: [{ role: "user", content: "你好" }], stream: true }.to_json,
  follow_redirects: false,
  stream_body: true,
  timeout: 120
) do |chunk|
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
unless response.success?
  abort "HTTP #{response.code}: #{response.headers["location"] || rest}"
end
abort "The stream ended unexpectedly. " + data + rest.force_encoding("UTF-8")
