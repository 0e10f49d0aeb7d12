# Upload a photo
# Install: julia -e 'using Pkg; pkg"add HTTP@2 JSON"'
# Run: PHOTOS_TOKEN=... julia upload.jl

using HTTP
using JSON

body = HTTP.Form([
    "caption" => "Sunset at the \"Blue Lagoon\"",
    "visibility" => "friends",
    "photo" => HTTP.Multipart("sunset.jpg", open("sunset.jpg"), "image/jpeg"),
])

headers = [
    "Authorization" => "Bearer $(ENV["PHOTOS_TOKEN"])",
    "Content-Type" => HTTP.content_type(body),
]

response = HTTP.request(
    "POST",
    "https://photos.example.org/albums/summer-2025/photos",
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
println(answer["url"])
