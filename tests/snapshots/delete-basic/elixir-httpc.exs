# Delete a user's key
# Run: ADMIN_USER=... ADMIN_PASSWORD=... elixir delete-basic.exs

{:ok, _} = Application.ensure_all_started([:inets, :ssl])

credentials =
  Base.encode64("#{System.fetch_env!("ADMIN_USER")}:#{System.fetch_env!("ADMIN_PASSWORD")}")

{:ok, {{_, status, _}, headers, answer}} =
  :httpc.request(
    :delete,
    {
      "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29",
      [{~c"Authorization", "Basic #{credentials}"}]
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

IO.puts(answer)
