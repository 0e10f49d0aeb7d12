# */ ?> */ --> ??/ /// script # c oding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
# Run: ruby words-comments.rb

require "json"
require "net/http"

uri = URI("https://api.example.com/notes")
request = Net::HTTP::Post.new(uri, "Content-Type" => "application/json")
request.body = { a: 1 }.to_json
options = { use_ssl: true, open_timeout: 30, read_timeout: 30 }
response = Net::HTTP.start(uri.hostname, uri.port, options) { |http| http.request(request) }
unless response.is_a?(Net::HTTPSuccess)
  abort "HTTP #{response.code}: #{response["Location"] || response.body}"
end

puts JSON.parse(response.body)["ok"].to_json
