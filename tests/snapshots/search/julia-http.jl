# Search a catalogue
# Install: julia -e 'using Pkg; pkg"add HTTP@2 JSON"'
# Run: julia search.jl

using HTTP
using JSON

headers = [
    "X-Request-Id" => "docs-0001",
]

response = HTTP.request(
    "GET",
    "https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10",
    headers;
    connect_timeout = 30,
    read_idle_timeout = 30,
    retry = false,
    status_exception = false,
)
if response.status >= 300
    error("HTTP $(response.status): $(String(response.body))")
end

answer = JSON.parse(String(response.body))
println(answer["items"][1]["title"])
