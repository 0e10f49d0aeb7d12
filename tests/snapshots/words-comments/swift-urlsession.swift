// */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
// Run: swift words-comments.swift

import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

final class Redirects: NSObject, URLSessionTaskDelegate {
  func urlSession(
    _: URLSession, task: URLSessionTask, willPerformHTTPRedirection: HTTPURLResponse,
    newRequest: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }
}

func fail(_ reason: String) -> Never {
  FileHandle.standardError.write(Data((reason + "\n").utf8))
  exit(1)
}

func dig(_ value: Any?, _ path: Any...) -> Any? {
  path.reduce(value) { value, step in
    if let key = step as? String { return (value as? [String: Any])?[key] }
    return (value as? [Any])?.dropFirst(step as! Int).first
  }
}

do {
  let body = """
    {"a": 1}
    """
  let url = URL(string: "https://api.example.com/notes")!
  var request = URLRequest(url: url)
  request.httpMethod = "POST"
  request.setValue("application/json", forHTTPHeaderField: "Content-Type")
  request.httpBody = Data(body.utf8)
  request.timeoutInterval = 30

  let session = URLSession(configuration: .default, delegate: Redirects(), delegateQueue: nil)
  let (data, response) = try await session.data(for: request)
  let answer = response as! HTTPURLResponse
  guard 200..<300 ~= answer.statusCode else {
    let reason =
      answer.value(forHTTPHeaderField: "Location")
      ?? String(decoding: data, as: UTF8.self)
    fail("HTTP \(answer.statusCode): \(reason)")
  }
  let result = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
  guard let value = dig(result, "ok") else { fail("the answer lacks it") }
  FileHandle.standardOutput.write(
    try JSONSerialization.data(withJSONObject: value, options: .fragmentsAllowed))
} catch {
  fail(error.localizedDescription)
}
