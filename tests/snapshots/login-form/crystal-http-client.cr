# Log in with a form
# Run: crystal build login-form.cr && ACCOUNT_PASSWORD=... ./login-form

require "http/client"
require "json"

uri = URI.parse("https://accounts.example.com/login")
client = HTTP::Client.new(uri)
client.connect_timeout = 30.seconds
client.read_timeout = 30.seconds

form = {
  username: "ada@example.com",
  password: ENV["ACCOUNT_PASSWORD"],
  scope:    ["profile", "orders"],
  device:   "",
}

client.post(uri.request_target, form: form) do |response|
  unless response.success?
    abort "HTTP #{response.status_code}: #{response.headers["Location"]? || response.body_io.gets_to_end}"
  end

  puts JSON.parse(response.body_io)["session"]["id"].as_s
end
