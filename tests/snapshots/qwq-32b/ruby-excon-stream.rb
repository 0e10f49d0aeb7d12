# QwQ-32B chat completion
# Install: gem install excon
# Run: MKEAI_API_KEY=... ruby qwq-32b-stream.rb

require "excon"
require "json"

$stdout.sync = true

rest = data = ""
print_events = lambda do |chunk, _remaining, _total|
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
begin
  Excon.post(
    "https://api.mkeai.com/v1/chat/completions",
    headers: {
      "Authorization" => "Bearer #{ENV.fetch("MKEAI_API_KEY")}",
      "Content-Type" => "application/json"
    },
    body: { model: "QwQ-32B", messages: [{ role: "user", content: "你好" }], stream: true }.to_json,
    expects: 200..299,
    response_block: print_events,
    connect_timeout: 120,
    read_timeout: 120
  )
rescue Excon::Error::HTTPStatus => e
  abort "HTTP #{e.response.status}: #{e.response.headers["Location"] || e.response.body}"
end
abort "The stream ended unexpectedly. " + data + rest.force_encoding("UTF-8")
