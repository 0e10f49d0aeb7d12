// Replace an avatar
// Install: dart pub add http
// Run: FILES_API_KEY=... dart run put-binary.dart

import 'dart:convert';
import 'dart:io';

import 'package:http/http.dart' as http;

Future<void> main() async {
  final filesApiKey =
      Platform.environment['FILES_API_KEY'] ??
      (throw StateError('FILES_API_KEY is not set'));

  final request = http.Request(
    'PUT',
    Uri.parse('https://files.example.org/avatars/ada'),
  );
  request.headers['X-Api-Key'] = filesApiKey;
  request.headers['Content-Type'] = 'image/png';
  request.followRedirects = false;
  request.bodyBytes = await File('avatar.png').readAsBytes();

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
  print(jsonEncode(jsonDecode(answer)['bytes']));
  client.close();
}
