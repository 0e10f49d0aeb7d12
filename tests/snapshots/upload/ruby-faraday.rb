# Upload a photo
# Install: gem install faraday
# Run: PHOTOS_TOKEN=... ruby upload.rb

require "faraday"
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
response = Faraday.post("https://photos.example.org/albums/summer-2025/photos") do |request|
  request.headers["Authorization"] = "Bearer #{ENV.fetch("PHOTOS_TOKEN")}"
  request.headers["Content-Type"] = "multipart/form-data; boundary=#{boundary}"
  request.body = "#{body.join}--#{boundary}--\r\n"
  request.options.timeout = 30
end
unless response.success?
  abort "HTTP #{response.status}: #{response.headers["Location"] || response.body}"
end

puts JSON.parse(response.body)["url"]
