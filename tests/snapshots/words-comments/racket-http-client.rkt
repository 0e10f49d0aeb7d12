#lang racket
;; */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
;; Run: racket words-comments.rkt

(require json
         net/http-client)

(define body (hasheq 'a 1))
(define timer
  (thread (λ ()
            (sleep 30)
            (eprintf "Timeout\n")
            (exit 1))))
(define-values (status headers in)
  (http-sendrecv "api.example.com"
                 "/notes"
                 #:ssl? 'secure
                 #:method "POST"
                 #:headers (list "Content-Type: application/json")
                 #:data (jsexpr->bytes body)))
(define answer (port->bytes in))

(unless (regexp-match? #rx"^HTTP/... 2" status)
  (raise-user-error (format "~a\n~a" (bytes-join (cons status headers) #"\n") answer)))

(write-json (hash-ref (bytes->jsexpr answer) 'ok))
(newline)
