# QwQ-32B chat completion
# Run: crystal build qwq-32b-stream.cr && MKEAI_API_KEY=... ./qwq-32b-stream

require "http/client"
require "json"

STDOUT.sync = true

uri = URI.parse("https://api.mkeai.com/v1/chat/completions")
client = HTTP::Client.new(uri)
client.connect_timeout = 120.seconds
client.read_timeout = 120.seconds

headers = HTTP::Headers{
  "Authorization" => "Bearer #{ENV["MKEAI_API_KEY"]}",
  "Content-Type"  => "application/json",
}
body = {model: "QwQ-32B", messages: [{role: "user", content: "你好"}], stream: true}.to_json

client.post(uri.request_target, headers, body) do |response|
  unless response.success?
    abort "HTTP #{response.status_code}: #{response.headers["Location"]? || response.body_io.gets_to_end}"
  end

  rest = ""
  response.body_io.each_line do |line|
    unless data = line.lchop?("data:")
      rest += line
      next
    end
    data = data.lchop(' ')
    if data == "[DONE]"
      puts
      exit
    end
    delta = JSON.parse(data).dig?("choices", 0, "delta")
    STDERR.print delta.try(&.dig?("reasoning_content"))
    print delta.try(&.dig?("content"))
    rest = line
  end
  abort "The stream ended unexpectedly. " + rest
end
