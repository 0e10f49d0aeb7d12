# QwQ-32B chat completion
# Run: crystal build qwq-32b.cr && MKEAI_API_KEY=... ./qwq-32b

require "http/client"
require "json"

uri = URI.parse("https://api.mkeai.com/v1/chat/completions")
client = HTTP::Client.new(uri)
client.connect_timeout = 120.seconds
client.read_timeout = 120.seconds

headers = HTTP::Headers{
  "Authorization" => "Bearer #{ENV["MKEAI_API_KEY"]}",
  "Content-Type"  => "application/json",
}
body = {model: "QwQ-32B", messages: [{role: "user", content: "你好"}], stream: false}.to_json

client.post(uri.request_target, headers, body) do |response|
  unless response.success?
    abort "HTTP #{response.status_code}: #{response.headers["Location"]? || response.body_io.gets_to_end}"
  end

  puts JSON.parse(response.body_io)["choices"][0]["message"]["content"].as_s
end
