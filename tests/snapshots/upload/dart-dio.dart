// Upload a photo
// Install: dart pub add dio
// Run: PHOTOS_TOKEN=... dart run upload.dart

import 'dart:convert';
import 'dart:io';

import 'package:dio/dio.dart';

Future<void> main() async {
  final photosToken =
      Platform.environment['PHOTOS_TOKEN'] ??
      (throw StateError('PHOTOS_TOKEN is not set'));

  final body = FormData.fromMap({
    'caption': 'Sunset at the "Blue Lagoon"',
    'visibility': 'friends',
    'photo': await MultipartFile.fromFile(
      'sunset.jpg',
      filename: 'sunset.jpg',
      contentType: DioMediaType.parse('image/jpeg'),
    ),
  });

  const timeout = Duration(seconds: 30);
  final dio = Dio(
    BaseOptions(connectTimeout: timeout, receiveTimeout: timeout),
  );
  final response = await dio.request<String>(
    'https://photos.example.org/albums/summer-2025/photos',
    data: body,
    options: Options(
      method: 'POST',
      headers: {
        'Authorization': 'Bearer $photosToken',
      },
      followRedirects: false,
      validateStatus: (_) => true,
    ),
  );
  if (response.statusCode! >= 300) {
    throw HttpException('${response.statusCode} ${response.data}');
  }
  print(jsonDecode(response.data!)['url']);
  dio.close();
}
