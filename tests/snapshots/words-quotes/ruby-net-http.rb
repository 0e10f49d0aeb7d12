# """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
# Run: ruby words-quotes.rb

require "json"
require "net/http"

uri = URI("https://api.example.com/notes")
request = Net::HTTP::Get.new(uri)
options = { use_ssl: true, open_timeout: 30, read_timeout: 30, max_retries: 0 }
response = Net::HTTP.start(uri.hostname, uri.port, options) { |http| http.request(request) }
unless response.is_a?(Net::HTTPSuccess)
  abort "HTTP #{response.code}: #{response["Location"] || response.body}"
end

puts JSON.parse(response.body)["ok"].to_json
