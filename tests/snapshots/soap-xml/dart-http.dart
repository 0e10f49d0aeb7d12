// Convert a temperature with SOAP
// Install: dart pub add http
// Run: dart run soap-xml.dart

import 'dart:convert';
import 'dart:io';

import 'package:http/http.dart' as http;

Future<void> main() async {
  final body = '''
<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CelsiusToFahrenheit xmlns="https://soap.example.com/">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
''';
  final request = http.Request(
    'POST',
    Uri.parse('https://soap.example.com/temperature.asmx'),
  );
  request.headers['SOAPAction'] =
    '"https://soap.example.com/CelsiusToFahrenheit"';
  request.headers['Content-Type'] = 'text/xml; charset=utf-8';
  request.bodyBytes = utf8.encode(body);

  final client = http.Client();
  const timeout = Duration(seconds: 30);
  final response = await client
      .send(request)
      .then(http.Response.fromStream)
      .timeout(timeout);
  if (response.statusCode >= 300) {
    throw HttpException('${response.statusCode} ${response.body}');
  }
  print(response.body);
  client.close();
}
