# Look at a download before fetching it
# Run: crystal build head.cr && ./head

require "http/client"

uri = URI.parse("https://downloads.example.net/releases/2.10/engine.tar.gz")
client = HTTP::Client.new(uri)
client.connect_timeout = 30.seconds
client.read_timeout = 30.seconds

headers = HTTP::Headers{"Accept" => "application/gzip"}

client.head(uri.request_target, headers) do |response|
  unless response.success?
    abort "HTTP #{response.status_code}: #{response.headers["Location"]?}"
  end

  response.headers.each { |name, values| puts "#{name}: #{values.join(", ")}" }
end
