# Replace an avatar
# Install: julia -e 'using Pkg; pkg"add HTTP@2 JSON"'
# Run: FILES_API_KEY=... julia put-binary.jl

using HTTP
using JSON

body = read("avatar.png")

headers = [
    "X-Api-Key" => ENV["FILES_API_KEY"],
    "Content-Type" => "image/png",
]

response = HTTP.request(
    "PUT",
    "https://files.example.org/avatars/ada",
    headers,
    body;
    connect_timeout = 30,
    read_idle_timeout = 30,
    redirect = false,
    retry = false,
    status_exception = false,
)
if response.status >= 300
    error("HTTP $(response.status): $(String(response.body))")
end

answer = JSON.parse(String(response.body))
println(JSON.json(answer["bytes"]))
