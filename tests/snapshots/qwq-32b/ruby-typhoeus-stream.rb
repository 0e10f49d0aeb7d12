# QwQ-32B chat completion
# Install: gem install typhoeus
# Run: MKEAI_API_KEY=... ruby qwq-32b-stream.rb

require "json"
require "typhoeus"

$stdout.sync = true

request = Typhoeus::Request.new(
  "https://api.mkeai.com/v1/chat/completions",
  method: :post,
  headers: {
    "Authorization" => "Bearer #{ENV.fetch("MKEAI_API_KEY")}",
    "Content-Type" => "application/json"
  },
  body: { model: "QwQ-32B", messages: [{ role: "user", content: "你好" }], stream: true }.to_json,
  low_speed_limit: 1,
  low_speed_time: 120
)
rest = data = ""
request.on_body do |chunk|
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
response = request.run
unless response.success?
  abort response.return_message unless response.return_code == :ok
  abort "HTTP #{response.code}: #{response.headers["Location"] || rest}"
end
abort "The stream ended unexpectedly. " + data + rest.force_encoding("UTF-8")
