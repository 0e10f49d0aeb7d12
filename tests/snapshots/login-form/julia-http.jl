# Log in with a form
# Install: julia -e 'using Pkg; pkg"add HTTP@2 JSON"'
# Run: ACCOUNT_PASSWORD=... julia login-form.jl

using HTTP
using JSON

body = "username=ada%40example.com&password=$(HTTP.escapeuri(ENV["ACCOUNT_PASSWORD"]))&scope=profile&scope=orders&device="

headers = [
    "Content-Type" => "application/x-www-form-urlencoded",
]

response = HTTP.request(
    "POST",
    "https://accounts.example.com/login",
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
println(answer["session"]["id"])
