# Convert a temperature with SOAP
# Run: ruby soap-xml.rb

require "net/http"

uri = URI("https://soap.example.com/temperature.asmx")
request = Net::HTTP::Post.new(
  uri,
  "SOAPAction" => '"https://soap.example.com/CelsiusToFahrenheit"',
  "Content-Type" => "text/xml; charset=utf-8",
  "Accept-Encoding" => "identity"
)
request.body = <<~'TEXT'
  <?xml version="1.0" encoding="utf-8"?>
  <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
    <soap:Body>
      <CelsiusToFahrenheit xmlns="https://soap.example.com/">
        <Celsius>21.5</Celsius>
      </CelsiusToFahrenheit>
    </soap:Body>
  </soap:Envelope>
TEXT
options = { use_ssl: true, open_timeout: 30, read_timeout: 30 }
response = Net::HTTP.start(uri.hostname, uri.port, options) { |http| http.request(request) }
unless response.is_a?(Net::HTTPSuccess)
  abort "HTTP #{response.code}: #{response["Location"] || response.body}"
end
if response.body.to_s.bytesize < response.content_length.to_i
  abort "The answer ended unexpectedly."
end

puts response.body
