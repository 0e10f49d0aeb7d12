# Search a catalogue
# Install: gem install faraday
# Run: ruby search.rb

require "faraday"
require "json"

# Faraday writes a query anew: this keeps its order, and names that stand twice.
Faraday::FlatParamsEncoder.sort_params = false
Faraday::Utils.default_params_encoder = Faraday::FlatParamsEncoder

response = Faraday.get("https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10") do |request|
  request.headers["X-Request-Id"] = "docs-0001"
  request.options.timeout = 30
end
unless response.success?
  abort "HTTP #{response.status}: #{response.headers["Location"] || response.body}"
end

puts JSON.parse(response.body).dig("items", 0, "title")
