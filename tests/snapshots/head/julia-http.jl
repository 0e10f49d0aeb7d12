# Look at a download before fetching it
# Install: julia -e 'using Pkg; pkg"add HTTP@2 JSON"'
# Run: julia head.jl

using HTTP

headers = [
    "Accept" => "application/gzip",
]

response = HTTP.request(
    "HEAD",
    "https://downloads.example.net/releases/2.10/engine.tar.gz",
    headers;
    connect_timeout = 30,
    read_idle_timeout = 30,
    retry = false,
    status_exception = false,
)
if response.status >= 300
    error("HTTP $(response.status): $(String(response.body))")
end

for (name, value) in response.headers
    println("$name: $value")
end
