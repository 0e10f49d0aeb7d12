// Search a catalogue
// Install: dart pub add http
// Run: dart run search.dart

import 'dart:convert';
import 'dart:io';

import 'package:http/http.dart' as http;

Future<void> main() async {
  final request = http.Request(
    'GET',
    Uri.parse(
      'https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10'
    ),
  );
  request.headers['X-Request-Id'] = 'docs-0001';

  final client = http.Client();
  const timeout = Duration(seconds: 30);
  final response = await client
      .send(request)
      .then(http.Response.fromStream)
      .timeout(timeout);
  final answer = utf8.decode(response.bodyBytes);
  if (response.statusCode >= 300) {
    throw HttpException('${response.statusCode} $answer');
  }
  print(jsonDecode(answer)['items'][0]['title']);
  client.close();
}
