# Upload a photo
# Install: gem install httparty
# Run: PHOTOS_TOKEN=... ruby upload.rb

require "httparty"
require "json"

response = HTTParty.post(
  "https://photos.example.org/albums/summer-2025/photos",
  headers: { "Authorization" => "Bearer #{ENV.fetch("PHOTOS_TOKEN")}" },
  body: {
    "caption" => 'Sunset at the "Blue Lagoon"',
    "visibility" => "friends",
    "photo" => File.open("sunset.jpg")
  },
  follow_redirects: false,
  timeout: 30
)
unless response.success?
  abort "HTTP #{response.code}: #{response.headers["location"] || response.body}"
end

puts JSON.parse(response.body)["url"]
