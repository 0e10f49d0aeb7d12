# Log in with a form
# Run: ACCOUNT_PASSWORD=... ruby login-form.rb

require "json"
require "net/http"

uri = URI("https://accounts.example.com/login")
request = Net::HTTP::Post.new(uri)
request.form_data = {
  username: "ada@example.com",
  password: ENV.fetch("ACCOUNT_PASSWORD"),
  scope: ["profile", "orders"],
  device: ""
}
options = { use_ssl: true, open_timeout: 30, read_timeout: 30 }
response = Net::HTTP.start(uri.hostname, uri.port, options) { |http| http.request(request) }
unless response.is_a?(Net::HTTPSuccess)
  abort "HTTP #{response.code}: #{response["Location"] || response.body}"
end

puts JSON.parse(response.body).dig("session", "id")
