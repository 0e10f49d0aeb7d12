// */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
// Install: dart pub add http
// Run: dart run words-comments.dart

import 'dart:convert';
import 'dart:io';

import 'package:http/http.dart' as http;

Future<void> main() async {
  final body = jsonEncode({'a': 1});
  final request = http.Request(
    'POST',
    Uri.parse('https://api.example.com/notes'),
  );
  request.headers['Content-Type'] = 'application/json';
  request.bodyBytes = utf8.encode(body);

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
  print(jsonEncode(jsonDecode(answer)['ok']));
  client.close();
}
