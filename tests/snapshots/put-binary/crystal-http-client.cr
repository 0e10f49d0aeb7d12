# Replace an avatar
# Run: crystal build put-binary.cr && FILES_API_KEY=... ./put-binary

require "http/client"
require "json"

uri = URI.parse("https://files.example.org/avatars/ada")
client = HTTP::Client.new(uri)
client.connect_timeout = 30.seconds
client.read_timeout = 30.seconds

headers = HTTP::Headers{
  "X-Api-Key"    => ENV["FILES_API_KEY"],
  "Content-Type" => "image/png",
}
body = File.read("avatar.png")

client.put(uri.request_target, headers, body) do |response|
  unless response.success?
    abort "HTTP #{response.status_code}: #{response.headers["Location"]? || response.body_io.gets_to_end}"
  end

  puts JSON.parse(response.body_io)["bytes"].to_json
end
