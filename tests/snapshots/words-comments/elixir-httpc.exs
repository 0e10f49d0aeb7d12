# */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
# Run: elixir words-comments.exs

{:ok, _} = Application.ensure_all_started([:inets, :ssl])

body = %{a: 1}

{:ok, {{_, status, _}, _, answer}} =
  :httpc.request(
    :post,
    {"https://api.example.com/notes", [], ~c"application/json", JSON.encode!(body)},
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
