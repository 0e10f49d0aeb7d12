// Ask a GraphQL API
// Install: dart pub add http
// Run: CODE_TOKEN=... dart run graphql.dart

import 'dart:convert';
import 'dart:io';

import 'package:http/http.dart' as http;

Future<void> main() async {
  final codeToken =
      Platform.environment['CODE_TOKEN'] ??
      (throw StateError('CODE_TOKEN is not set'));

  final body = jsonEncode({
    'query': 'query NewestIssues(\$owner: String!, \$name: String!, \$count: Int = 3) {\n  repository(owner: \$owner, name: \$name) {\n    issues(first: \$count, states: [OPEN]) {\n      nodes { number title }\n    }\n  }\n}\n',
    'variables': {'owner': 'ada', 'name': 'engine', 'count': 2},
  });
  final request = http.Request(
    'POST',
    Uri.parse('https://code.example.com/graphql'),
  );
  request.headers['Authorization'] = 'Bearer $codeToken';
  request.headers['Content-Type'] = 'application/json';
  request.followRedirects = false;
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
  print(
    jsonEncode(jsonDecode(answer)['data']['repository']['issues']['nodes'])
  );
  client.close();
}
