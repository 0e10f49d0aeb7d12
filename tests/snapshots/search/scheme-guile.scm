;; Search a catalogue
;; Install: apt install guile-gcrypt guile-gnutls guile-json
;; Run: guile --no-auto-compile search.scm

(use-modules (ice-9 threads)
             (json)
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

(define headers `((X-Request-Id . "docs-0001")))
(call-with-new-thread
 (lambda ()
   (sleep 30)
   (fail "Timeout")))
(define-values (response answer)
  (http-request "https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10"
                #:headers headers
                #:decode-body? #f))

(unless (<= 200 (response-code response) 299)
  (write-response response (current-error-port))
  (fail (utf8->string answer)))

(define data (json-string->scm (utf8->string answer)))
(display (assoc-ref (vector-ref (assoc-ref data "items") 0) "title"))
(newline)
