# """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
# Run: crystal build words-quotes.cr && ./words-quotes

require "http/client"
require "json"

uri = URI.parse("https://api.example.com/notes")
client = HTTP::Client.new(uri)
client.connect_timeout = 30.seconds
client.read_timeout = 30.seconds

client.get(uri.request_target) do |response|
  unless response.success?
    abort "HTTP #{response.status_code}: #{response.headers["Location"]? || response.body_io.gets_to_end}"
  end

  puts JSON.parse(response.body_io)["ok"].to_json
end
