// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... swift qwq-32b.swift

import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

struct Answer: Decodable {
  struct Choice: Decodable { let message: Message }
  struct Message: Decodable { let content: String }
  let choices: [Choice]
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
  guard let mkeaiAPIKey = ProcessInfo.processInfo.environment["MKEAI_API_KEY"] else {
    fail("MKEAI_API_KEY is not set")
  }

  let body = """
    {
      "model": "QwQ-32B",
      "messages": [{"role": "user", "content": "你好"}],
      "stream": false
    }
    """
  let url = URL(string: "https://api.mkeai.com/v1/chat/completions")!
  var request = URLRequest(url: url)
  request.httpMethod = "POST"
  request.setValue("Bearer \(mkeaiAPIKey)", forHTTPHeaderField: "Authorization")
  request.setValue("application/json", forHTTPHeaderField: "Content-Type")
  request.httpBody = Data(body.utf8)
  request.timeoutInterval = 120

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
  print(result.choices[0].message.content)
} catch {
  fail(error.localizedDescription)
}
