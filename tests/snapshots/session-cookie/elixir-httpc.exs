# Read a cart with a session cookie
# Run: SHOP_SESSION=... SHOP_DEVICE=... elixir session-cookie.exs

{:ok, _} = Application.ensure_all_started([:inets, :ssl])

url = "https://shop.example.com/cart"

query = URI.encode_query(currency: "EUR")

{:ok, {{_, status, _}, headers, answer}} =
  :httpc.request(
    :get,
    {
      "#{url}?#{query}",
      [
        {~c"Cookie", "session=#{System.fetch_env!("SHOP_SESSION")}; device=#{System.fetch_env!("SHOP_DEVICE")}; prefs=currency=EUR+tax/incl=="}
      ]
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

%{"items" => [%{"sku" => text} | _]} = JSON.decode!(answer)
IO.puts(text)
