# Search a catalogue
# Install: gem install excon
# Run: ruby search.rb

require "excon"
require "json"

response = Excon.get(
  "https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10",
  headers: { "X-Request-Id" => "docs-0001" },
  connect_timeout: 30,
  read_timeout: 30
)
unless (200..299).cover?(response.status)
  abort "HTTP #{response.status}: #{response.headers["Location"] || response.body}"
end
puts JSON.parse(response.body).dig("items", 0, "title")
