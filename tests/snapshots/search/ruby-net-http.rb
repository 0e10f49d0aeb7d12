# Search a catalogue
# Run: ruby search.rb

require "json"
require "net/http"

uri = URI("https://api.example.com/v1/catalogues/books/items")
uri.query = URI.encode_www_form({ q: "café & crème", tag: ["cooking", "french"], limit: 10 })
request = Net::HTTP::Get.new(uri, "X-Request-Id" => "docs-0001")
options = { use_ssl: true, open_timeout: 30, read_timeout: 30, max_retries: 0 }
response = Net::HTTP.start(uri.hostname, uri.port, options) { |http| http.request(request) }
unless response.is_a?(Net::HTTPSuccess)
  abort "HTTP #{response.code}: #{response["Location"] || response.body}"
end

puts JSON.parse(response.body).dig("items", 0, "title")
