// QwQ-32B chat completion
// Install: dart pub add dio
// Run: MKEAI_API_KEY=... dart run qwq-32b.dart

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
    'stream': false,
  };

  const timeout = Duration(seconds: 120);
  final dio = Dio(
    BaseOptions(connectTimeout: timeout, receiveTimeout: timeout),
  );
  final response = await dio.request<String>(
    'https://api.mkeai.com/v1/chat/completions',
    data: body,
    options: Options(
      method: 'POST',
      headers: {
        'Authorization': 'Bearer $mkeaiApiKey',
        'Content-Type': 'application/json',
      },
      followRedirects: false,
      validateStatus: (_) => true,
    ),
  );
  if (response.statusCode! >= 300) {
    throw HttpException('${response.statusCode} ${response.data}');
  }
  print(jsonDecode(response.data!)['choices'][0]['message']['content']);
  dio.close();
}
