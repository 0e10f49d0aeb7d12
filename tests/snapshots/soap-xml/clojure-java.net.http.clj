;; Convert a temperature with SOAP
;; Run: clojure "-J-Dfile.encoding=UTF-8" -Sdeps '{:deps {org.clojure/data.json {:mvn/version "2.5.1"}}}' -M soap-xml.clj

(import '(java.net URI)
        '(java.net.http HttpClient HttpRequest HttpRequest$BodyPublishers HttpResponse$BodyHandlers)
        '(java.util.concurrent TimeUnit))

(def body
  "<?xml version=\"1.0\" encoding=\"utf-8\"?>
<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\">
  <soap:Body>
    <CelsiusToFahrenheit xmlns=\"https://soap.example.com/\">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
")
(def request
  (-> (HttpRequest/newBuilder (URI/create "https://soap.example.com/temperature.asmx"))
      (.header "SOAPAction" "\"https://soap.example.com/CelsiusToFahrenheit\"")
      (.header "Content-Type" "text/xml; charset=utf-8")
      (.POST (HttpRequest$BodyPublishers/ofString body))
      .build))
(def response
  (-> (HttpClient/newHttpClient)
      (.sendAsync request (HttpResponse$BodyHandlers/ofString))
      (.get 30 TimeUnit/SECONDS)))

(when (>= (.statusCode response) 300)
  (let [location (.firstValue (.headers response) "Location")
        reason (.orElse location (.body response))]
    (throw (ex-info (str "HTTP " (.statusCode response) " " reason) {}))))

(println (.body response))
