# Read a cart with a session cookie
# Run: crystal build session-cookie.cr && SHOP_SESSION=... SHOP_DEVICE=... ./session-cookie

require "http/client"
require "json"

uri = URI.parse("https://shop.example.com/cart")
uri.query = URI::Params.encode({currency: "EUR"})
client = HTTP::Client.new(uri)
client.connect_timeout = 30.seconds
client.read_timeout = 30.seconds

headers = HTTP::Headers{
  "Cookie" => "session=#{ENV["SHOP_SESSION"]}; device=#{ENV["SHOP_DEVICE"]}; prefs=currency=EUR+tax/incl==",
}

client.get(uri.request_target, headers) do |response|
  unless response.success?
    abort "HTTP #{response.status_code}: #{response.headers["Location"]? || response.body_io.gets_to_end}"
  end

  puts JSON.parse(response.body_io)["items"][0]["sku"].as_s
end
