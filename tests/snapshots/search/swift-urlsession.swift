// Search a catalogue
// Run: swift search.swift

import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

struct Answer: Decodable {
  struct Item: Decodable { let title: String }
  let items: [Item]
}

func fail(_ reason: String) -> Never {
  FileHandle.standardError.write(Data((reason + "\n").utf8))
  exit(1)
}

do {
  let url = URL(
    string: "https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10"
  )!
  var request = URLRequest(url: url)
  request.setValue("docs-0001", forHTTPHeaderField: "X-Request-Id")
  request.timeoutInterval = 30

  let (data, response) = try await URLSession.shared.data(for: request)
  let answer = response as! HTTPURLResponse
  guard 200..<300 ~= answer.statusCode else {
    let reason = String(decoding: data, as: UTF8.self)
    fail("HTTP \(answer.statusCode): \(reason)")
  }
  let result = try JSONDecoder().decode(Answer.self, from: data)
  print(result.items[0].title)
} catch {
  fail(error.localizedDescription)
}
