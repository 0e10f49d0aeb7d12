# Upload a photo
# Install: gem install excon
# Run: PHOTOS_TOKEN=... ruby upload.rb

require "excon"
require "json"
require "securerandom"

boundary = SecureRandom.hex
parts = [
  ['Content-Disposition: form-data; name="caption"', 'Sunset at the "Blue Lagoon"'],
  ['Content-Disposition: form-data; name="visibility"', "friends"],
  [
    "Content-Disposition: form-data; name=\"photo\"; filename=\"sunset.jpg\"\r\nContent-Type: image/jpeg",
    File.binread("sunset.jpg")
  ]
]
body = parts.map { |head, content| "--#{boundary}\r\n#{head}\r\n\r\n".b + content.b + "\r\n" }
response = Excon.post(
  "https://photos.example.org/albums/summer-2025/photos",
  headers: {
    "Authorization" => "Bearer #{ENV.fetch("PHOTOS_TOKEN")}",
    "Content-Type" => "multipart/form-data; boundary=#{boundary}"
  },
  body: "#{body.join}--#{boundary}--\r\n",
  connect_timeout: 30,
  read_timeout: 30
)
unless (200..299).cover?(response.status)
  abort "HTTP #{response.status}: #{response.headers["Location"] || response.body}"
end
puts JSON.parse(response.body)["url"]
