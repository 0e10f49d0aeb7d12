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
options = { use_ssl: true, open_timeout: 30, read_timeout: 30 }
Net::HTTP.start(uri.hostname, uri.port, options) do |http|
  http.request(request) do |response|
    unless response.is_a?(Net::HTTPSuccess)
      abort "HTTP #{response.code}: #{response["Location"] || response.body}"
    end

    rest = ""
    data = []
    response.read_body do |chunk|
      *lines, rest = (rest + chunk).split(/\r\n|\n|\r(?!\z)/, -1)
      lines.each do |line|
        if (value = line.force_encoding("UTF-8")[/\A\uFEFF?data(?::|\z) ?(.*)/, 1])
          data << value
        elsif line.empty? && data.any?
          event = data.join("\n")
          data.clear
          if event == "[DONE]"
            puts
            exit
          end
          print JSON.parse(event).dig("choices", 0, "delta", "content")
        end
      end
    end
  end
end
abort "The stream ended unexpectedly."
