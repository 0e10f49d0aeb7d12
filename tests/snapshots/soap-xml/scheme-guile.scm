;; Convert a temperature with SOAP
;; Install: apt install guile-gcrypt guile-gnutls guile-json
;; Run: guile --no-auto-compile soap-xml.scm

(use-modules (ice-9 threads)
             (rnrs bytevectors)
             (web client)
             (web response))

(set-port-encoding! (current-output-port) "UTF-8")
(set-port-encoding! (current-error-port) "UTF-8")

(define (fail . messages)
  (for-each (lambda (message)
              (display message (current-error-port))
              (newline (current-error-port)))
            messages)
  (force-output (current-error-port))
  (primitive-exit 1))

(define body
  "<?xml version=\"1.0\" encoding=\"utf-8\"?>
<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\">
  <soap:Body>
    <CelsiusToFahrenheit xmlns=\"https://soap.example.com/\">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
")
(define headers
  `((SOAPAction . "\"https://soap.example.com/CelsiusToFahrenheit\"")
    (Content-Type . "text/xml; charset=utf-8")))
(call-with-new-thread
 (lambda ()
   (sleep 30)
   (fail "Timeout")))
(define-values (response answer)
  (http-request "https://soap.example.com/temperature.asmx"
                #:method 'POST
                #:headers headers
                #:body (string->utf8 body)
                #:decode-body? #f))

(unless (<= 200 (response-code response) 299)
  (write-response response (current-error-port))
  (fail (utf8->string answer)))

(display (utf8->string answer))
(newline)
