// Convert a temperature with SOAP
// Run: ldc2 app.d && ./app

import core.time : seconds;
import std.exception : enforce;
import std.net.curl : HTTP;
import std.stdio : writeln;

void main()
{
    auto http = HTTP("https://soap.example.com/temperature.asmx");
    http.operationTimeout = 30.seconds;
    http.maxRedirects = uint.max; // none
    http.addRequestHeader("SOAPAction", `"https://soap.example.com/CelsiusToFahrenheit"`);
    const content = `<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CelsiusToFahrenheit xmlns="https://soap.example.com/">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
`;
    http.setPostData(content, "text/xml; charset=utf-8");

    ubyte[] answer;
    http.onReceive = (ubyte[] bytes) { answer ~= bytes; return bytes.length; };
    http.perform();
    enforce(
        http.statusLine.code < 300,
        "HTTP " ~ http.statusLine.toString ~ " " ~ http.responseHeaders.get("location", "") ~ " " ~ cast(string) answer
    );

    writeln(cast(string) answer);
}
