// QwQ-32B chat completion
// Install: dart pub add http
// Run: MKEAI_API_KEY=... dart run qwq-32b.dart

import 'dart:convert';
import 'dart:io';

import 'package:http/http.dart' as http;

Future<void> main() async {
  final mkeaiApiKey =
      Platform.environment['MKEAI_API_KEY'] ??
      (throw StateError('MKEAI_API_KEY is not set'));

  final body = jsonEncode({
    'model': 'QwQ-32B',
    'messages': [{'role': 'user', 'content': '你好'}],
    'stream': false,
  });
  final request = http.Request(
    'POST',
    Uri.parse('https://api.mkeai.com/v1/chat/completions'),
  );
  request.headers['Authorization'] = 'Bearer $mkeaiApiKey';
  request.headers['Content-Type'] = 'application/json';
  request.followRedirects = false;
  request.bodyBytes = utf8.encode(body);

  final client = http.Client();
  const timeout = Duration(seconds: 120);
  final response = await client
      .send(request)
      .then(http.Response.fromStream)
      .timeout(timeout);
  final answer = utf8.decode(response.bodyBytes);
  if (response.statusCode >= 300) {
    throw HttpException('${response.statusCode} $answer');
  }
  print(jsonDecode(answer)['choices'][0]['message']['content']);
  client.close();
}
