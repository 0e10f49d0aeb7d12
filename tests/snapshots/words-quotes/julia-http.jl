# """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
# Install: julia -e 'using Pkg; pkg"add HTTP@2 JSON"'
# Run: julia words-quotes.jl

using HTTP
using JSON

response = HTTP.request(
    "GET",
    "https://api.example.com/notes";
    connect_timeout = 30,
    read_idle_timeout = 30,
    retry = false,
    status_exception = false,
)
if response.status >= 300
    error("HTTP $(response.status): $(String(response.body))")
end

answer = JSON.parse(String(response.body))
println(JSON.json(answer["ok"]))
