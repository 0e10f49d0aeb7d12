// Replace an avatar
// Run: FILES_API_KEY=... swift put-binary.swift

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
  guard let filesAPIKey = ProcessInfo.processInfo.environment["FILES_API_KEY"] else {
    fail("FILES_API_KEY is not set")
  }

  let url = URL(string: "https://files.example.org/avatars/ada")!
  var request = URLRequest(url: url)
  request.httpMethod = "PUT"
  request.setValue(filesAPIKey, forHTTPHeaderField: "X-Api-Key")
  request.setValue("image/png", forHTTPHeaderField: "Content-Type")
  request.httpBody = try Data(contentsOf: URL(fileURLWithPath: "avatar.png"))
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
  guard let value = dig(result, "bytes") else { fail("the answer lacks it") }
  FileHandle.standardOutput.write(
    try JSONSerialization.data(withJSONObject: value, options: .fragmentsAllowed))
} catch {
  fail(error.localizedDescription)
}
