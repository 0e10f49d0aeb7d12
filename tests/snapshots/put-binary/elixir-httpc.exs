# Replace an avatar
# Run: FILES_API_KEY=... elixir put-binary.exs

{:ok, _} = Application.ensure_all_started([:inets, :ssl])

body = File.read!("avatar.png")

{:ok, {{_, status, _}, headers, answer}} =
  :httpc.request(
    :put,
    {
      "https://files.example.org/avatars/ada",
      [{~c"X-Api-Key", System.fetch_env!("FILES_API_KEY")}],
      ~c"image/png",
      body
    },
    [
      timeout: :timer.seconds(30),
      autoredirect: false,
      ssl: [{:log_level, :none} | :httpc.ssl_verify_host_options(true)]
    ],
    body_format: :binary
  )

if status not in 200..299 do
  raise "HTTP #{status}: #{:proplists.get_value(~c"location", headers, answer)}"
end

%{"bytes" => value} = JSON.decode!(answer)
IO.puts(JSON.encode!(value))
