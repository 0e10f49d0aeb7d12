# QwQ-32B chat completion
# Run: MKEAI_API_KEY=... ruby qwq-32b-stream.rb

require "json"
require "net/http"

$stdout.sync = true

uri = URI("https://api.mkeai.com/v1/chat/completions")
request = Net::HTTP::Post.new(
  uri,
  "Authorization" => "Bearer #{ENV.fetch("MKEAI_API_KEY")}",
  "Content-Type" => "application/json"
)
request.body = {
  model: "QwQ-32B",
  messages: [{ role: "user", content: "你好" }],
  stream: true
}.to_json
options = { use_ssl: true, open_timeout: 120, read_timeout: 120 }
Net::HTTP.start(uri.hostname, uri.port, options) do |http|
  http.request(request) do |response|
    unless response.is_a?(Net::HTTPSuccess)
      abort "HTTP #{response.code}: #{response["Location"] || response.body}"
    end

    rest = data = ""
    response.read_body do |chunk|
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
  end
end
