# Upload a photo
# Run: crystal build upload.cr && PHOTOS_TOKEN=... ./upload

require "http/client"
require "json"

uri = URI.parse("https://photos.example.org/albums/summer-2025/photos")
client = HTTP::Client.new(uri)
client.connect_timeout = 30.seconds
client.read_timeout = 30.seconds

headers = HTTP::Headers{"Authorization" => "Bearer #{ENV["PHOTOS_TOKEN"]}"}
body = String.build do |io|
  HTTP::FormData.build(io) do |form|
    headers["Content-Type"] = form.content_type
    form.field("caption", "Sunset at the \"Blue Lagoon\"")
    form.field("visibility", "friends")
    File.open("sunset.jpg") do |file|
      form.file(
        "photo",
        file,
        HTTP::FormData::FileMetadata.new("sunset.jpg"),
        HTTP::Headers{"Content-Type" => "image/jpeg"}
      )
    end
  end
end

client.post(uri.request_target, headers, body) do |response|
  unless response.success?
    abort "HTTP #{response.status_code}: #{response.headers["Location"]? || response.body_io.gets_to_end}"
  end

  puts JSON.parse(response.body_io)["url"].as_s
end
