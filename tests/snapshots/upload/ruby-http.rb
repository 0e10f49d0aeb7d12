# Upload a photo
# Install: gem install http
# Run: PHOTOS_TOKEN=... ruby upload.rb

require "http"

response = HTTP.timeout(30).post(
  "https://photos.example.org/albums/summer-2025/photos",
  headers: { "Authorization" => "Bearer #{ENV.fetch("PHOTOS_TOKEN")}" },
  form: {
    "caption" => 'Sunset at the "Blue Lagoon"',
    "visibility" => "friends",
    "photo" => HTTP::FormData::File.new("sunset.jpg", content_type: "image/jpeg")
  }
)
unless response.status.success?
  abort "HTTP #{response.code}: #{response["Location"] || response.body}"
end
puts response.parse(:json)["url"]
