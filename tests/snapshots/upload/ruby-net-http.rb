# Upload a photo
# Run: PHOTOS_TOKEN=... ruby upload.rb

require "json"
require "net/http"

uri = URI("https://photos.example.org/albums/summer-2025/photos")
request = Net::HTTP::Post.new(uri, "Authorization" => "Bearer #{ENV.fetch("PHOTOS_TOKEN")}")
request.set_form(
  [
    ["caption", 'Sunset at the "Blue Lagoon"'],
    ["visibility", "friends"],
    ["photo", File.open("sunset.jpg"), { filename: "sunset.jpg", content_type: "image/jpeg" }]
  ],
  "multipart/form-data"
)
options = { use_ssl: true, open_timeout: 30, read_timeout: 30 }
response = Net::HTTP.start(uri.hostname, uri.port, options) { |http| http.request(request) }
unless response.is_a?(Net::HTTPSuccess)
  abort "HTTP #{response.code}: #{response["Location"] || response.body}"
end

puts JSON.parse(response.body)["url"]
