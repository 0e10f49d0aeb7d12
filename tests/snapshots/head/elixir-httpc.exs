# Look at a download before fetching it
# Run: elixir head.exs

{:ok, _} = Application.ensure_all_started([:inets, :ssl])

{:ok, {{_, status, _}, headers, answer}} =
  :httpc.request(
    :head,
    {
      "https://downloads.example.net/releases/2.10/engine.tar.gz",
      [{~c"Accept", "application/gzip"}]
    },
    [
      timeout: :timer.seconds(30),
      ssl: [{:log_level, :none} | :httpc.ssl_verify_host_options(true)]
    ],
    body_format: :binary
  )

if status not in 200..299 do
  raise "HTTP #{status}: #{answer}"
end

for {name, value} <- headers, do: IO.puts("#{name}: #{value}")
