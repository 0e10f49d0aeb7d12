#lang racket
;; Log in with a form
;; Run: ACCOUNT_PASSWORD=... racket login-form.rkt

(require json
         net/http-client
         net/uri-codec)

(unless (getenv "ACCOUNT_PASSWORD") (raise-user-error "ACCOUNT_PASSWORD is not set"))

(define timer
  (thread (λ ()
            (sleep 30)
            (eprintf "Timeout\n")
            (exit 1))))
(define-values (status headers in)
  (http-sendrecv "accounts.example.com"
                 "/login"
                 #:ssl? 'secure
                 #:method "POST"
                 #:headers (list "Content-Type: application/x-www-form-urlencoded")
                 #:data (alist->form-urlencoded (list (cons 'username "ada@example.com")
                                                      (cons 'password (getenv "ACCOUNT_PASSWORD"))
                                                      (cons 'scope "profile")
                                                      (cons 'scope "orders")
                                                      (cons 'device "")))))
(define answer (port->bytes in))

(unless (regexp-match? #rx"^HTTP/... 2" status)
  (raise-user-error (format "~a\n~a" (bytes-join (cons status headers) #"\n") answer)))

(displayln (hash-ref (hash-ref (bytes->jsexpr answer) 'session) 'id))
