// """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
// Run: swift words-quotes.swift

import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

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
  let url = URL(string: "https://api.example.com/notes")!
  var request = URLRequest(url: url)
  request.timeoutInterval = 30

  let (data, response) = try await URLSession.shared.data(for: request)
  let answer = response as! HTTPURLResponse
  guard 200..<300 ~= answer.statusCode else {
    let reason = String(decoding: data, as: UTF8.self)
    fail("HTTP \(answer.statusCode): \(reason)")
  }
  let result = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
  guard let value = dig(result, "ok") else { fail("the answer lacks it") }
  FileHandle.standardOutput.write(
    try JSONSerialization.data(withJSONObject: value, options: .fragmentsAllowed))
} catch {
  fail(error.localizedDescription)
}
