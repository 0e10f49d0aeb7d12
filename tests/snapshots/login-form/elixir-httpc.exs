# Log in with a form
# Run: ACCOUNT_PASSWORD=... elixir login-form.exs

{:ok, _} = Application.ensure_all_started([:inets, :ssl])

body =
  URI.encode_query(
    username: "ada@example.com",
    password: System.fetch_env!("ACCOUNT_PASSWORD"),
    scope: "profile",
    scope: "orders",
    device: ""
  )

{:ok, {{_, status, _}, headers, answer}} =
  :httpc.request(
    :post,
    {"https://accounts.example.com/login", [], ~c"application/x-www-form-urlencoded", body},
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

%{"session" => %{"id" => text}} = JSON.decode!(answer)
IO.puts(text)
