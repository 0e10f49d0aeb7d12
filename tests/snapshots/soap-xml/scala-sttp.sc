// Convert a temperature with SOAP
// Run: scala "-Dfile.encoding=UTF-8" soap-xml.sc

//> using dep com.softwaremill.sttp.client4::core:4.0.25

import scala.concurrent.duration.*
import sttp.client4.quick.*

val body =
  """<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CelsiusToFahrenheit xmlns="https://soap.example.com/">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
"""
val response = quickRequest
  .post(uri"https://soap.example.com/temperature.asmx")
  .header("SOAPAction", "\"https://soap.example.com/CelsiusToFahrenheit\"")
  .contentType("text/xml; charset=utf-8")
  .body(body)
  .readTimeout(30.seconds)
  .send()
if !response.isSuccess then sys.error(response.show())
println(response.body)
