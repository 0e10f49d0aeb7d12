# Delete a user's key
# Run: crystal build delete-basic.cr && ADMIN_USER=... ADMIN_PASSWORD=... ./delete-basic

require "http/client"

uri = URI.parse("https://api.example.net/v2/users/1042/keys/laptop%20%28old%29")
client = HTTP::Client.new(uri)
client.connect_timeout = 30.seconds
client.read_timeout = 30.seconds
client.basic_auth(ENV["ADMIN_USER"], ENV["ADMIN_PASSWORD"])

client.delete(uri.request_target) do |response|
  answer = response.body_io?.try(&.gets_to_end)
  unless response.success?
    abort "HTTP #{response.status_code}: #{response.headers["Location"]? || answer}"
  end

  puts answer
end
