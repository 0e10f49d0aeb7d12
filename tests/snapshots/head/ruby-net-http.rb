# Look at a download before fetching it
# Run: ruby head.rb

require "net/http"

uri = URI("https://downloads.example.net/releases/2.10/engine.tar.gz")
request = Net::HTTP::Head.new(uri, "Accept" => "application/gzip")
options = { use_ssl: true, open_timeout: 30, read_timeout: 30, max_retries: 0 }
response = Net::HTTP.start(uri.hostname, uri.port, options) { |http| http.request(request) }
unless response.is_a?(Net::HTTPSuccess)
  abort "HTTP #{response.code}: #{response["Location"] || response.body}"
end

response.each_capitalized { |name, value| puts "#{name}: #{value}" }
