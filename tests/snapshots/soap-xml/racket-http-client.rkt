#lang racket
;; Convert a temperature with SOAP
;; Run: racket soap-xml.rkt

(require net/http-client)

;; The answer is read in a thread, whose failure is the program's, too
(uncaught-exception-handler
 (λ (failure)
   ((error-display-handler) (exn-message failure) failure)
   (exit 1)))

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
(define timer
  (thread (λ ()
            (sleep 30)
            (eprintf "Timeout\n")
            (exit 1))))
(define-values (status headers in)
  (http-sendrecv "soap.example.com"
                 "/temperature.asmx"
                 #:ssl? 'secure
                 #:method "POST"
                 #:headers (list "SOAPAction: \"https://soap.example.com/CelsiusToFahrenheit\""
                                 "Content-Type: text/xml; charset=utf-8")
                 #:content-decode '()
                 #:data body))
(define answer (port->bytes in))

(unless (regexp-match? #rx"^HTTP/... 2" status)
  (raise-user-error (format "~a\n~a" (bytes-join (cons status headers) #"\n") answer)))
(define length-header (regexp-match #rx"(?i:content-length): *([0-9]+)" (bytes-join headers #"\n")))
(when (and length-header
           (< (bytes-length answer)
              (string->number (bytes->string/utf-8 (second length-header)))))
  (raise-user-error "The answer ended unexpectedly."))

(displayln answer)
