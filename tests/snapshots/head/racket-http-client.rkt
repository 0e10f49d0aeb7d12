#lang racket
;; Look at a download before fetching it
;; Run: racket head.rkt

(require net/http-client)

(define timer
  (thread (λ ()
            (sleep 30)
            (eprintf "Timeout\n")
            (exit 1))))
(define-values (status headers in)
  (http-sendrecv "downloads.example.net"
                 "/releases/2.10/engine.tar.gz"
                 #:ssl? 'secure
                 #:method "HEAD"
                 #:headers (list "Accept: application/gzip")))
(define answer (port->bytes in))

(unless (regexp-match? #rx"^HTTP/... 2" status)
  (raise-user-error (format "~a\n~a" (bytes-join (cons status headers) #"\n") answer)))

(for-each displayln headers)
