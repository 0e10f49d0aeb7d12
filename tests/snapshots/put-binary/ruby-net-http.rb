# Replace an avatar
# Run: FILES_API_KEY=... ruby put-binary.rb

require "json"
require "net/http"

uri = URI("https://files.example.org/avatars/ada")
request = Net::HTTP::Put.new(
  uri,
  "X-Api-Key" => ENV.fetch("FILES_API_KEY"),
  "Content-Type" => "image/png"
)
request.body = File.binread("avatar.png")
options = { use_ssl: true, open_timeout: 30, read_timeout: 30, max_retries: 0 }
response = Net::HTTP.start(uri.hostname, uri.port, options) { |http| http.request(request) }
unless response.is_a?(Net::HTTPSuccess)
  abort "HTTP #{response.code}: #{response["Location"] || response.body}"
end

puts JSON.parse(response.body)["bytes"].to_json
