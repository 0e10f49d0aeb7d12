// QwQ-32B chat completion
// Install: dart pub add dio
// Run: MKEAI_API_KEY=... dart run qwq-32b-stream.dart

import 'dart:convert';
import 'dart:io';

import 'package:dio/dio.dart';

Future<void> main() async {
  final mkeaiApiKey =
      Platform.environment['MKEAI_API_KEY'] ??
      (throw StateError('MKEAI_API_KEY is not set'));

  final body = {
    'model': 'QwQ-32B',
    'messages': [{'role': 'user', 'content': '你好'}],
    'stream': true,
  };

  const timeout = Duration(seconds: 120);
  final dio = Dio(
    BaseOptions(connectTimeout: timeout, receiveTimeout: timeout),
  );
  final response = await dio.request<ResponseBody>(
    'https://api.mkeai.com/v1/chat/completions',
    data: body,
    options: Options(
      method: 'POST',
      headers: {
        'Authorization': 'Bearer $mkeaiApiKey',
        'Content-Type': 'application/json',
      },
      responseType: ResponseType.stream,
      followRedirects: false,
      validateStatus: (_) => true,
    ),
  );
  final text = response.data!.stream.cast<List<int>>().transform(utf8.decoder);
  if (response.statusCode! >= 300) {
    throw HttpException('${response.statusCode} ${await text.join()}');
  }
  var rest = '';
  final lines = text.transform(const LineSplitter());
  await for (final line in lines) {
    if (!line.startsWith('data:')) {
      rest += line;
      continue;
    }
    final data = line.substring(line.startsWith('data: ') ? 6 : 5);
    rest = data;
    if (data == '[DONE]') {
      stdout.writeln();
      dio.close();
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
