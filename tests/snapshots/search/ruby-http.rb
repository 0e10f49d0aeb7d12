# Search a catalogue
# Install: gem install http
# Run: ruby search.rb

require "http"

response = HTTP.timeout(30).get(
  "https://api.example.com/v1/catalogues/books/items",
  params: { q: "café & crème", tag: ["cooking", "french"], limit: 10 },
  headers: { "X-Request-Id" => "docs-0001" }
)
unless response.status.success?
  abort "HTTP #{response.code}: #{response["Location"] || response.body}"
end
puts response.parse(:json).dig("items", 0, "title")
