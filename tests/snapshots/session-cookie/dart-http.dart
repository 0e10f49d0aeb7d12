// Read a cart with a session cookie
// Install: dart pub add http
// Run: SHOP_SESSION=... SHOP_DEVICE=... dart run session-cookie.dart

import 'dart:convert';
import 'dart:io';

import 'package:http/http.dart' as http;

Future<void> main() async {
  final shopSession =
      Platform.environment['SHOP_SESSION'] ??
      (throw StateError('SHOP_SESSION is not set'));
  final shopDevice =
      Platform.environment['SHOP_DEVICE'] ??
      (throw StateError('SHOP_DEVICE is not set'));

  final request = http.Request(
    'GET',
    Uri.parse('https://shop.example.com/cart?currency=EUR'),
  );
  request.headers['Cookie'] =
    'session=$shopSession; device=$shopDevice; prefs=currency=EUR+tax/incl==';
  request.followRedirects = false;

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
  print(jsonDecode(answer)['items'][0]['sku']);
  client.close();
}
