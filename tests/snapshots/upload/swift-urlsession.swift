// Upload a photo
// Run: PHOTOS_TOKEN=... swift upload.swift

import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

struct Answer: Decodable { let url: String }

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
  guard let photosToken = ProcessInfo.processInfo.environment["PHOTOS_TOKEN"] else {
    fail("PHOTOS_TOKEN is not set")
  }

  let boundary = UUID().uuidString
  let parts = [
    (
      "Content-Disposition: form-data; name=\"caption\"",
      Data("Sunset at the \"Blue Lagoon\"".utf8)
    ),
    ("Content-Disposition: form-data; name=\"visibility\"", Data("friends".utf8)),
    (
      "Content-Disposition: form-data; name=\"photo\"; filename=\"sunset.jpg\"\r\nContent-Type: image/jpeg",
      try Data(contentsOf: URL(fileURLWithPath: "sunset.jpg"))
    ),
  ]
  var body = Data()
  for (headers, content) in parts {
    body += Data("--\(boundary)\r\n\(headers)\r\n\r\n".utf8) + content + Data("\r\n".utf8)
  }
  body += Data("--\(boundary)--\r\n".utf8)
  let url = URL(string: "https://photos.example.org/albums/summer-2025/photos")!
  var request = URLRequest(url: url)
  request.httpMethod = "POST"
  request.setValue("Bearer \(photosToken)", forHTTPHeaderField: "Authorization")
  request.setValue(
    "multipart/form-data; boundary=\(boundary)", forHTTPHeaderField: "Content-Type")
  request.httpBody = body
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
  print(result.url)
} catch {
  fail(error.localizedDescription)
}
