# Convert a temperature with SOAP
# Run: elixir soap-xml.exs

{:ok, _} = Application.ensure_all_started([:inets, :ssl])

body = """
<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CelsiusToFahrenheit xmlns="https://soap.example.com/">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
"""

{:ok, {{_, status, _}, _, answer}} =
  :httpc.request(
    :post,
    {
      "https://soap.example.com/temperature.asmx",
      [{~c"SOAPAction", "\"https://soap.example.com/CelsiusToFahrenheit\""}],
      ~c"text/xml; charset=utf-8",
      body
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

IO.puts(answer)
