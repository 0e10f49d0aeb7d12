# Convert a temperature with SOAP
# Run: crystal build soap-xml.cr && ./soap-xml

require "http/client"

uri = URI.parse("https://soap.example.com/temperature.asmx")
client = HTTP::Client.new(uri)
client.connect_timeout = 30.seconds
client.read_timeout = 30.seconds

headers = HTTP::Headers{
  "SOAPAction"   => "\"https://soap.example.com/CelsiusToFahrenheit\"",
  "Content-Type" => "text/xml; charset=utf-8",
}
body = <<-'TEXT'
  <?xml version="1.0" encoding="utf-8"?>
  <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
    <soap:Body>
      <CelsiusToFahrenheit xmlns="https://soap.example.com/">
        <Celsius>21.5</Celsius>
      </CelsiusToFahrenheit>
    </soap:Body>
  </soap:Envelope>

  TEXT

client.post(uri.request_target, headers, body) do |response|
  answer = response.body_io.gets_to_end
  unless response.success?
    abort "HTTP #{response.status_code}: #{response.headers["Location"]? || answer}"
  end
  if answer.bytesize < response.headers.fetch("Content-Length", "0").to_i
    abort "The answer ended unexpectedly."
  end

  puts answer
end
