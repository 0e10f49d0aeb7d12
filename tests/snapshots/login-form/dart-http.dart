// Log in with a form
// Install: dart pub add http
// Run: ACCOUNT_PASSWORD=... dart run login-form.dart

import 'dart:convert';
import 'dart:io';

import 'package:http/http.dart' as http;

Future<void> main() async {
  final accountPassword =
      Platform.environment['ACCOUNT_PASSWORD'] ??
      (throw StateError('ACCOUNT_PASSWORD is not set'));

  final request = http.Request(
    'POST',
    Uri.parse('https://accounts.example.com/login'),
  );
  request.headers['Content-Type'] = 'application/x-www-form-urlencoded';
  request.followRedirects = false;
  request.bodyBytes = utf8.encode(
    'username=ada%40example.com&password=${Uri.encodeComponent(accountPassword)}&scope=profile&scope=orders&device='
  );

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
  print(jsonDecode(answer)['session']['id']);
  client.close();
}
