// Upload a photo
// Install: dart pub add http
// Run: PHOTOS_TOKEN=... dart run upload.dart

import 'dart:convert';
import 'dart:io';

import 'package:http/http.dart' as http;
import 'package:http_parser/http_parser.dart';

Future<void> main() async {
  final photosToken =
      Platform.environment['PHOTOS_TOKEN'] ??
      (throw StateError('PHOTOS_TOKEN is not set'));

  final request = http.MultipartRequest(
    'POST',
    Uri.parse('https://photos.example.org/albums/summer-2025/photos'),
  );
  request.headers['Authorization'] = 'Bearer $photosToken';
  request.followRedirects = false;
  request.files.add(
    http.MultipartFile.fromString('caption', 'Sunset at the "Blue Lagoon"')
  );
  request.files.add(http.MultipartFile.fromString('visibility', 'friends'));
  request.files.add(
    await http.MultipartFile.fromPath(
      'photo',
      'sunset.jpg',
      filename: 'sunset.jpg',
      contentType: MediaType.parse('image/jpeg'),
    ),
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
  print(jsonDecode(answer)['url']);
  client.close();
}
