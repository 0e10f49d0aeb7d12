// Convert a temperature with SOAP
// Run: swift soap-xml.swift

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
  let body = """
    <?xml version="1.0" encoding="utf-8"?>
    <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
      <soap:Body>
        <CelsiusToFahrenheit xmlns="https://soap.example.com/">
          <Celsius>21.5</Celsius>
        </CelsiusToFahrenheit>
      </soap:Body>
    </soap:Envelope>

    """
  let url = URL(string: "https://soap.example.com/temperature.asmx")!
  var request = URLRequest(url: url)
  request.httpMethod = "POST"
  request.setValue(
    "\"https://soap.example.com/CelsiusToFahrenheit\"",
    forHTTPHeaderField: "SOAPAction"
  )
  request.setValue("text/xml; charset=utf-8", forHTTPHeaderField: "Content-Type")
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
  print(String(decoding: data, as: UTF8.self))
} catch {
  fail(error.localizedDescription)
}
