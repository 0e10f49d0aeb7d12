// Look at a download before fetching it
// Run: swift head.swift

import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

func fail(_ reason: String) -> Never {
  FileHandle.standardError.write(Data((reason + "\n").utf8))
  exit(1)
}

do {
  let url = URL(string: "https://downloads.example.net/releases/2.10/engine.tar.gz")!
  var request = URLRequest(url: url)
  request.httpMethod = "HEAD"
  request.setValue("application/gzip", forHTTPHeaderField: "Accept")
  request.timeoutInterval = 30

  let (data, response) = try await URLSession.shared.data(for: request)
  let answer = response as! HTTPURLResponse
  guard 200..<300 ~= answer.statusCode else {
    let reason = String(decoding: data, as: UTF8.self)
    fail("HTTP \(answer.statusCode): \(reason)")
  }
  for (name, value) in answer.allHeaderFields {
    print("\(name): \(value)")
  }
} catch {
  fail(error.localizedDescription)
}
