# Read a cart with a session cookie
# Install: julia -e 'using Pkg; pkg"add HTTP@2 JSON"'
# Run: SHOP_SESSION=... SHOP_DEVICE=... julia session-cookie.jl

using HTTP
using JSON

headers = [
    "Cookie" => "session=$(ENV["SHOP_SESSION"]); device=$(ENV["SHOP_DEVICE"]); prefs=currency=EUR+tax/incl==",
]

response = HTTP.request(
    "GET",
    "https://shop.example.com/cart?currency=EUR",
    headers;
    connect_timeout = 30,
    cookies = false,
    read_idle_timeout = 30,
    redirect = false,
    retry = false,
    status_exception = false,
)
if response.status >= 300
    error("HTTP $(response.status): $(String(response.body))")
end

answer = JSON.parse(String(response.body))
println(answer["items"][1]["sku"])
