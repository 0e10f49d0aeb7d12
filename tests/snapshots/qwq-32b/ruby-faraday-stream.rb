# QwQ-32B chat completion
# Install: gem install faraday
# Run: MKEAI_API_KEY=... ruby qwq-32b-stream.rb

require "faraday"
require "json"

$stdout.sync = true

rest = data = ""
response = Faraday.post("https://api.mkeai.com/v1/chat/completions") do |request|
  request.headers["Authorization"] = "Bearer #{ENV.fetch("MKEAI_API_KEY")}"
  request.headers["Content-Type"] = "application/json"
  request.body = {
    model: "QwQ-32B",
    messages: [{ role: "user", content: "你好" }],
    stream: true
  }.to_json
  request.options.timeout = 120
  request.options.on_data = proc do |chunk|
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
end
unless response.success?
  abort "HTTP #{response.status}: #{response.headers["Location"] || rest}"
end
abort "The stream ended unexpectedly. " + data + rest.force_encoding("UTF-8")
