// Convert a temperature with SOAP
// Install: apt install valac libsoup-3.0-dev
// Run: valac --pkg libsoup-3.0 soap-xml.vala && ./soap-xml

void run () throws Error {
    var body = """<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CelsiusToFahrenheit xmlns="https://soap.example.com/">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
""";

    var session = new Soup.Session () { timeout = 30 };
    var message = new Soup.Message ("POST", "https://soap.example.com/temperature.asmx");
    message.request_headers.append (
        "SOAPAction",
        "\"https://soap.example.com/CelsiusToFahrenheit\""
    );
    message.set_request_body_from_bytes ("text/xml; charset=utf-8", new Bytes (body.data));
    var answer = session.send_and_read (message);

    if (message.status_code >= 300) {
        throw new IOError.FAILED (
            "HTTP %u %s\n%.*s",
            message.status_code,
            message.response_headers.get_one ("Location") ?? "",
            (int) answer.get_size (),
            (string) answer.get_data ()
        );
    }

    stdout.write (answer.get_data ());
}

int main () {
    try {
        run ();
    } catch (Error error) {
        stderr.printf ("%s\n", error.message);
        return 1;
    }
    return 0;
}
