// Look at a download before fetching it
// Install: dart pub add http
// Run: dart run head.dart

import 'dart:io';

import 'package:http/http.dart' as http;

Future<void> main() async {
  final request = http.Request(
    'HEAD',
    Uri.parse('https://downloads.example.net/releases/2.10/engine.tar.gz'),
  );
  request.headers['Accept'] = 'application/gzip';

  final client = http.Client();
  const timeout = Duration(seconds: 30);
  final response = await client
      .send(request)
      .then(http.Response.fromStream)
      .timeout(timeout);
  if (response.statusCode >= 300) {
    throw HttpException('${response.statusCode} ${response.body}');
  }
  response.headers.forEach((name, value) => print('$name: $value'));
  client.close();
}
