# Search a catalogue
# Run: crystal build search.cr && ./search

require "http/client"
require "json"

uri = URI.parse("https://api.example.com/v1/catalogues/books/items")
uri.query = URI::Params.encode({q: "café & crème", tag: ["cooking", "french"], limit: "10"})
client = HTTP::Client.new(uri)
client.connect_timeout = 30.seconds
client.read_timeout = 30.seconds

headers = HTTP::Headers{"X-Request-Id" => "docs-0001"}

client.get(uri.request_target, headers) do |response|
  unless response.success?
    abort "HTTP #{response.status_code}: #{response.headers["Location"]? || response.body_io.gets_to_end}"
  end

  puts JSON.parse(response.body_io)["items"][0]["title"].as_s
end
