# """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
# Run: elixir words-quotes.exs

{:ok, _} = Application.ensure_all_started([:inets, :ssl])

{:ok, {{_, status, _}, _, answer}} =
  :httpc.request(
    :get,
    {"https://api.example.com/notes", []},
    [
      timeout: :timer.seconds(30),
      ssl: [{:log_level, :none} | :httpc.ssl_verify_host_options(true)]
    ],
    body_format: :binary
  )

if status not in 200..299 do
  raise "HTTP #{status}: #{answer}"
end

%{"ok" => value} = JSON.decode!(answer)
IO.puts(JSON.encode!(value))
