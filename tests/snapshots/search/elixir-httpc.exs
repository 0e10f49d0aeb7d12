# Search a catalogue
# Run: elixir search.exs

{:ok, _} = Application.ensure_all_started([:inets, :ssl])

url = "https://api.example.com/v1/catalogues/books/items"

query = URI.encode_query(q: "café & crème", tag: "cooking", tag: "french", limit: 10)

{:ok, {{_, status, _}, _, answer}} =
  :httpc.request(
    :get,
    {"#{url}?#{query}", [{~c"X-Request-Id", "docs-0001"}]},
    [
      timeout: :timer.seconds(30),
      ssl: [{:log_level, :none} | :httpc.ssl_verify_host_options(true)]
    ],
    body_format: :binary
  )

if status not in 200..299 do
  raise "HTTP #{status}: #{answer}"
end

%{"items" => [%{"title" => text} | _]} = JSON.decode!(answer)
IO.puts(text)
