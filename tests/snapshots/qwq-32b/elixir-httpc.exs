# QwQ-32B chat completion
# Run: MKEAI_API_KEY=... elixir qwq-32b.exs

{:ok, _} = Application.ensure_all_started([:inets, :ssl])

body = %{model: "QwQ-32B", messages: [%{role: "user", content: "你好"}], stream: false}

{:ok, {{_, status, _}, headers, answer}} =
  :httpc.request(
    :post,
    {
      "https://api.mkeai.com/v1/chat/completions",
      [{~c"Authorization", "Bearer #{System.fetch_env!("MKEAI_API_KEY")}"}],
      ~c"application/json",
      JSON.encode!(body)
    },
    [
      timeout: :timer.seconds(120),
      autoredirect: false,
      ssl: [{:log_level, :none} | :httpc.ssl_verify_host_options(true)]
    ],
    body_format: :binary
  )

if status not in 200..299 do
  raise "HTTP #{status}: #{:proplists.get_value(~c"location", headers, answer)}"
end

%{"choices" => [%{"message" => %{"content" => text}} | _]} = JSON.decode!(answer)
IO.puts(text)
