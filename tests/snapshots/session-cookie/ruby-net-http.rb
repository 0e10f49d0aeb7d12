# Read a cart with a session cookie
# Run: SHOP_SESSION=... SHOP_DEVICE=... ruby session-cookie.rb

require "json"
require "net/http"

uri = URI("https://shop.example.com/cart")
uri.query = URI.encode_www_form({ currency: "EUR" })
request = Net::HTTP::Get.new(
  uri,
  "Cookie" => "session=#{ENV.fetch("SHOP_SESSION")}; device=#{ENV.fetch("SHOP_DEVICE")}; prefs=currency=EUR+tax/incl=="
)
options = { use_ssl: true, open_timeout: 30, read_timeout: 30, max_retries: 0 }
response = Net::HTTP.start(uri.hostname, uri.port, options) { |http| http.request(request) }
unless response.is_a?(Net::HTTPSuccess)
  abort "HTTP #{response.code}: #{response["Location"] || response.body}"
end

puts JSON.parse(response.body).dig("items", 0, "sku")
