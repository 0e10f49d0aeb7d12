// QwQ-32B chat completion
// Install: dart pub add http
// Run: MKEAI_API_KEY=... dart run qwq-32b-stream.dart

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
    'stream': true,
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
  final response = await client.send(request).timeout(timeout);
  if (response.statusCode >= 300) {
    final answer = await response.stream.bytesToString();
    throw HttpException('${response.statusCode} $answer');
  }
  var rest = '';
  final lines = response.stream
      .timeout(timeout)
      .transform(utf8.decoder)
      .transform(const LineSplitter());
  await for (final line in lines) {
    if (!line.startsWith('data:')) {
      rest += line;
      continue;
    }
    final data = line.substring(line.startsWith('data: ') ? 6 : 5);
    rest = data;
    if (data == '[DONE]') {
      stdout.writeln();
      client.close();
      return;
    }
    final event = jsonDecode(data);
    stderr.write(
      event['choices']?.asMap()[0]?['delta']?['reasoning_content'] ?? ''
    );
    stdout.write(event['choices']?.asMap()[0]?['delta']?['content'] ?? '');
  }
  throw HttpException('The stream ended unexpectedly. ' '$rest');
}
