// Delete a user's key
// Install: dart pub add http
// Run: ADMIN_USER=... ADMIN_PASSWORD=... dart run delete-basic.dart

import 'dart:convert';
import 'dart:io';

import 'package:http/http.dart' as http;

Future<void> main() async {
  final adminUser =
      Platform.environment['ADMIN_USER'] ??
      (throw StateError('ADMIN_USER is not set'));
  final adminPassword =
      Platform.environment['ADMIN_PASSWORD'] ??
      (throw StateError('ADMIN_PASSWORD is not set'));

  final request = http.Request(
    'DELETE',
    Uri.parse('https://api.example.net/v2/users/1042/keys/laptop%20%28old%29'),
  );
  final account = base64.encode(utf8.encode('$adminUser:$adminPassword'));
  request.headers['Authorization'] = 'Basic $account';
  request.followRedirects = false;

  final client = http.Client();
  const timeout = Duration(seconds: 30);
  final response = await client
      .send(request)
      .then(http.Response.fromStream)
      .timeout(timeout);
  if (response.statusCode >= 300) {
    throw HttpException('${response.statusCode} ${response.body}');
  }
  print(response.body);
  client.close();
}
