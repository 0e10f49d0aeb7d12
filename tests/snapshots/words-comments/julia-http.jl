# */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
# Install: julia -e 'using Pkg; pkg"add HTTP@2 JSON"'
# Run: julia words-comments.jl

using HTTP
using JSON

body = JSON.json(Dict("a" => 1))

headers = [
    "Content-Type" => "application/json",
]

response = HTTP.request(
    "POST",
    "https://api.example.com/notes",
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
println(JSON.json(answer["ok"]))
