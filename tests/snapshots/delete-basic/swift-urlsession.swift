// Delete a user's key
// Run: ADMIN_USER=... ADMIN_PASSWORD=... swift delete-basic.swift

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

do {
  guard let adminUser = ProcessInfo.processInfo.environment["ADMIN_USER"] else {
    fail("ADMIN_USER is not set")
  }
  guard let adminPassword = ProcessInfo.processInfo.environment["ADMIN_PASSWORD"] else {
    fail("ADMIN_PASSWORD is not set")
  }

  let url = URL(string: "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29")!
  var request = URLRequest(url: url)
  request.httpMethod = "DELETE"
  let credentials = Data("\(adminUser):\(adminPassword)".utf8).base64EncodedString()
  request.setValue("Basic \(credentials)", forHTTPHeaderField: "Authorization")
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
  print(String(decoding: data, as: UTF8.self))
} catch {
  fail(error.localizedDescription)
}
