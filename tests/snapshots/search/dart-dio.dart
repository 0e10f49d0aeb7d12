// Search a catalogue
// Install: dart pub add dio
// Run: dart run search.dart

import 'dart:convert';
import 'dart:io';

import 'package:dio/dio.dart';

Future<void> main() async {
  const timeout = Duration(seconds: 30);
  final dio = Dio(
    BaseOptions(connectTimeout: timeout, receiveTimeout: timeout),
  );
  final response = await dio.request<String>(
    'https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10',
    options: Options(
      method: 'GET',
      headers: {
        'X-Request-Id': 'docs-0001',
      },
      validateStatus: (_) => true,
    ),
  );
  if (response.statusCode! >= 300) {
    throw HttpException('${response.statusCode} ${response.data}');
  }
  print(jsonDecode(response.data!)['items'][0]['title']);
  dio.close();
}
