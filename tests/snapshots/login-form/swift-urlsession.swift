// Log in with a form
// Run: ACCOUNT_PASSWORD=... swift login-form.swift

import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

struct Answer: Decodable {
  struct Session: Decodable { let id: String }
  let session: Session
}

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
  guard let accountPassword = ProcessInfo.processInfo.environment["ACCOUNT_PASSWORD"] else {
    fail("ACCOUNT_PASSWORD is not set")
  }

  let body =
    "username=ada%40example.com&password=\(accountPassword.addingPercentEncoding(withAllowedCharacters: .alphanumerics)!)&scope=profile&scope=orders&device="
  let url = URL(string: "https://accounts.example.com/login")!
  var request = URLRequest(url: url)
  request.httpMethod = "POST"
  request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
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
  let result = try JSONDecoder().decode(Answer.self, from: data)
  print(result.session.id)
} catch {
  fail(error.localizedDescription)
}
