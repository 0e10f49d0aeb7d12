# Search a catalogue
# Install: gem install httparty
# Run: ruby search.rb

require "httparty"
require "json"

response = HTTParty.get(
  "https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10",
  headers: { "X-Request-Id" => "docs-0001" },
  max_retries: 0,
  timeout: 30
)
unless response.success?
  abort "HTTP #{response.code}: #{response.headers["location"] || response.body}"
end

puts JSON.parse(response.body).dig("items", 0, "title")
