#lang racket
;; QwQ-32B chat completion
;; Run: MKEAI_API_KEY=... racket qwq-32b.rkt

(require json
         net/http-client)

(unless (getenv "MKEAI_API_KEY") (raise-user-error "MKEAI_API_KEY is not set"))

(define body
  (hasheq 'model "QwQ-32B"
          'messages (list (hasheq 'role "user" 'content "你好"))
          'stream #f))
(define timer
  (thread (λ ()
            (sleep 120)
            (eprintf "Timeout\n")
            (exit 1))))
(define-values (status headers in)
  (http-sendrecv "api.mkeai.com"
                 "/v1/chat/completions"
                 #:ssl? 'secure
                 #:method "POST"
                 #:headers (list (string-append "Authorization: Bearer " (getenv "MKEAI_API_KEY"))
                                 "Content-Type: application/json")
                 #:data (jsexpr->bytes body)))
(define answer (port->bytes in))

(unless (regexp-match? #rx"^HTTP/... 2" status)
  (raise-user-error (format "~a\n~a" (bytes-join (cons status headers) #"\n") answer)))

(displayln (hash-ref (hash-ref (list-ref (hash-ref (bytes->jsexpr answer) 'choices) 0) 'message)
                     'content))
