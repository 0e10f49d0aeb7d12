# Delete a user's key
# Run: ADMIN_USER=... ADMIN_PASSWORD=... ruby delete-basic.rb

require "net/http"

uri = URI("https://api.example.net/v2/users/1042/keys/laptop%20%28old%29")
request = Net::HTTP::Delete.new(uri)
request.basic_auth(ENV.fetch("ADMIN_USER"), ENV.fetch("ADMIN_PASSWORD"))
options = { use_ssl: true, open_timeout: 30, read_timeout: 30, max_retries: 0 }
response = Net::HTTP.start(uri.hostname, uri.port, options) { |http| http.request(request) }
unless response.is_a?(Net::HTTPSuccess)
  abort "HTTP #{response.code}: #{response["Location"] || response.body}"
end

puts response.body
