# Search a catalogue
# Install: gem install typhoeus
# Run: ruby search.rb

require "json"
require "typhoeus"

response = Typhoeus.get(
  "https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10",
  headers: { "X-Request-Id" => "docs-0001" },
  timeout: 30
)
unless response.success?
  abort response.return_message unless response.return_code == :ok
  abort "HTTP #{response.code}: #{response.headers["Location"] || response.body}"
end
puts JSON.parse(response.body).dig("items", 0, "title")
