// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... swift qwq-32b-stream.swift

import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

struct Event: Decodable {
  struct Choice: Decodable { let delta: Delta? }
  struct Delta: Decodable { let content, reasoning_content: String? }
  let choices: [Choice]?
}

final class Receiver: NSObject, URLSessionDataDelegate {
  let (bytes, continuation) = AsyncThrowingStream<UInt8, Error>.makeStream()

  func urlSession(_: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    for byte in data { continuation.yield(byte) }
  }

  func urlSession(_: URLSession, task: URLSessionTask, didCompleteWithError error: Error?) {
    continuation.finish(throwing: error)
  }

  func urlSession(
    _: URLSession, task: URLSessionTask, willPerformHTTPRedirection: HTTPURLResponse,
    newRequest: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }
}

func write(_ text: String, to file: FileHandle = .standardOutput) {
  file.write(Data(text.utf8))
}

func fail(_ reason: String) -> Never {
  write(reason + "\n", to: .standardError)
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
      "stream": true
    }
    """
  let url = URL(string: "https://api.mkeai.com/v1/chat/completions")!
  var request = URLRequest(url: url)
  request.httpMethod = "POST"
  request.setValue("Bearer \(mkeaiAPIKey)", forHTTPHeaderField: "Authorization")
  request.setValue("application/json", forHTTPHeaderField: "Content-Type")
  request.httpBody = Data(body.utf8)
  request.timeoutInterval = 120

  let receiver = Receiver()
  let session = URLSession(configuration: .default, delegate: receiver, delegateQueue: nil)
  let task = session.dataTask(with: request)
  task.resume()
  var line = Data()
  var rest = Data()
  for try await byte in receiver.bytes where byte != UInt8(ascii: "\r") {
    guard byte == UInt8(ascii: "\n") else {
      line.append(byte)
      continue
    }
    defer { line = Data() }
    guard line.starts(with: "data:".utf8) else {
      rest += line
      continue
    }
    rest = line
    let data = line.dropFirst(line.starts(with: "data: ".utf8) ? 6 : 5)
    if data.elementsEqual("[DONE]".utf8) {
      print()
      exit(0)
    }
    let event = try JSONDecoder().decode(Event.self, from: data)
    let delta = event.choices?.first?.delta
    write(delta?.reasoning_content ?? "", to: .standardError)
    write(delta?.content ?? "")
  }
  let answer = task.response as! HTTPURLResponse
  guard 200..<300 ~= answer.statusCode else {
    let reason =
      answer.value(forHTTPHeaderField: "Location")
      ?? String(decoding: rest + line, as: UTF8.self)
    fail("HTTP \(answer.statusCode): \(reason)")
  }
  fail("The stream ended unexpectedly. " + String(decoding: rest + line, as: UTF8.self))
} catch {
  fail(error.localizedDescription)
}
