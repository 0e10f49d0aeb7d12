# Delete a user's key
# Install: julia -e 'using Pkg; pkg"add HTTP@2 JSON"'
# Run: ADMIN_USER=... ADMIN_PASSWORD=... julia delete-basic.jl

using HTTP

response = HTTP.request(
    "DELETE",
    "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29";
    basicauth = ENV["ADMIN_USER"] => ENV["ADMIN_PASSWORD"],
    connect_timeout = 30,
    read_idle_timeout = 30,
    redirect = false,
    retry = false,
    status_exception = false,
)
if response.status >= 300
    error("HTTP $(response.status): $(String(response.body))")
end

write(stdout, response.body)
