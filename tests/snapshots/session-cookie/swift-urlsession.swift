// Read a cart with a session cookie
// Run: SHOP_SESSION=... SHOP_DEVICE=... swift session-cookie.swift

import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

struct Answer: Decodable {
  struct Item: Decodable { let sku: String }
  let items: [Item]
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
  guard let shopSession = ProcessInfo.processInfo.environment["SHOP_SESSION"] else {
    fail("SHOP_SESSION is not set")
  }
  guard let shopDevice = ProcessInfo.processInfo.environment["SHOP_DEVICE"] else {
    fail("SHOP_DEVICE is not set")
  }

  let url = URL(string: "https://shop.example.com/cart?currency=EUR")!
  var request = URLRequest(url: url)
  request.setValue(
    "session=\(shopSession); device=\(shopDevice); prefs=currency=EUR+tax/incl==",
    forHTTPHeaderField: "Cookie"
  )
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
  print(result.items[0].sku)
} catch {
  fail(error.localizedDescription)
}
