# QwQ-32B chat completion
# Install: julia -e 'using Pkg; pkg"add HTTP@2 JSON"'
# Run: MKEAI_API_KEY=... julia qwq-32b.jl

using HTTP
using JSON

body = JSON.json(Dict(
    "model" => "QwQ-32B",
    "messages" => Any[Dict("role" => "user", "content" => "你好")],
    "stream" => false,
))

headers = [
    "Authorization" => "Bearer $(ENV["MKEAI_API_KEY"])",
    "Content-Type" => "application/json",
]

response = HTTP.request(
    "POST",
    "https://api.mkeai.com/v1/chat/completions",
    headers,
    body;
    connect_timeout = 120,
    read_idle_timeout = 120,
    redirect = false,
    retry = false,
    status_exception = false,
)
if response.status >= 300
    error("HTTP $(response.status): $(String(response.body))")
end

answer = JSON.parse(String(response.body))
println(answer["choices"][1]["message"]["content"])
