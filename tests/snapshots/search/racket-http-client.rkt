#lang racket
;; Search a catalogue
;; Run: racket search.rkt

(require json
         net/http-client
         net/uri-codec)

(define query
  (alist->form-urlencoded (list (cons 'q "café & crème")
                                (cons 'tag "cooking")
                                (cons 'tag "french")
                                (cons 'limit "10"))))
(define timer
  (thread (λ ()
            (sleep 30)
            (eprintf "Timeout\n")
            (exit 1))))
(define-values (status headers in)
  (http-sendrecv "api.example.com"
                 (string-append "/v1/catalogues/books/items?" query)
                 #:ssl? 'secure
                 #:headers (list "X-Request-Id: docs-0001")))
(define answer (port->bytes in))

(unless (regexp-match? #rx"^HTTP/... 2" status)
  (raise-user-error (format "~a\n~a" (bytes-join (cons status headers) #"\n") answer)))

(displayln (hash-ref (list-ref (hash-ref (bytes->jsexpr answer) 'items) 0) 'title))
