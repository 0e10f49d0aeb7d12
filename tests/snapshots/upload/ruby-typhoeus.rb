# Upload a photo
# Install: gem install typhoeus
# Run: PHOTOS_TOKEN=... ruby upload.rb

require "json"
require "securerandom"
require "typhoeus"

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
response = Typhoeus.post(
  "https://photos.example.org/albums/summer-2025/photos",
  headers: {
    "Authorization" => "Bearer #{ENV.fetch("PHOTOS_TOKEN")}",
    "Content-Type" => "multipart/form-data; boundary=#{boundary}"
  },
  body: "#{body.join}--#{boundary}--\r\n",
  timeout: 30
)
unless response.success?
  abort response.return_message unless response.return_code == :ok
  abort "HTTP #{response.code}: #{response.headers["Location"] || response.body}"
end
puts JSON.parse(response.body)["url"]
