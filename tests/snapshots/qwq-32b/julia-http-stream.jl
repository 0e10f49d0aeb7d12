# QwQ-32B chat completion
# Install: julia -e 'using Pkg; pkg"add HTTP@2 JSON"'
# Run: MKEAI_API_KEY=... julia qwq-32b-stream.jl

using HTTP
using JSON

dig(value, path...) =
    foldl(path; init = value) do at, step
        at isa (step isa Int ? AbstractVector : AbstractDict) ? get(at, step, nothing) : nothing
    end

body = JSON.json(Dict(
    "model" => "QwQ-32B",
    "messages" => Any[Dict("role" => "user", "content" => "你好")],
    "stream" => true,
))

headers = [
    "Authorization" => "Bearer $(ENV["MKEAI_API_KEY"])",
    "Content-Type" => "application/json",
]

HTTP.open(
    "POST",
    "https://api.mkeai.com/v1/chat/completions",
    headers;
    connect_timeout = 120,
    decompress = false,
    read_idle_timeout = 120,
    redirect = false,
    retry = false,
    status_exception = false,
) do stream
    write(stream, body)
    response = HTTP.startread(stream)
    if response.status >= 300
        error("HTTP $(response.status): $(read(stream, String))")
    end

    rest = ""
    for line in eachline(stream)
        if !startswith(line, "data:")
            rest *= line
            continue
        end
        data = chopprefix(chopprefix(line, "data:"), " ")
        rest = data
        if data == "[DONE]"
            println()
            return
        end
        event = JSON.parse(data)
        print(stderr, something(dig(event, "choices", 1, "delta", "reasoning_content"), ""))
        print(something(dig(event, "choices", 1, "delta", "content"), ""))
        flush(stdout)
    end
    error("The stream ended unexpectedly. " * rest)
end
