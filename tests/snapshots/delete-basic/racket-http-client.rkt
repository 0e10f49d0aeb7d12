#lang racket
;; Delete a user's key
;; Run: ADMIN_USER=... ADMIN_PASSWORD=... racket delete-basic.rkt

(require net/base64
         net/http-client)

(unless (getenv "ADMIN_USER") (raise-user-error "ADMIN_USER is not set"))
(unless (getenv "ADMIN_PASSWORD") (raise-user-error "ADMIN_PASSWORD is not set"))

;; The answer is read in a thread, whose failure is the program's, too
(uncaught-exception-handler
 (λ (failure)
   ((error-display-handler) (exn-message failure) failure)
   (exit 1)))

(define credentials
  (string->bytes/utf-8 (string-append (getenv "ADMIN_USER") ":" (getenv "ADMIN_PASSWORD"))))
(define timer
  (thread (λ ()
            (sleep 30)
            (eprintf "Timeout\n")
            (exit 1))))
(define-values (status headers in)
  (http-sendrecv "api.example.net"
                 "/v2/users/1042/keys/laptop%20%28old%29"
                 #:ssl? 'secure
                 #:method "DELETE"
                 #:headers (list (format "Authorization: Basic ~a" (base64-encode credentials #"")))))
(define answer (port->bytes in))

(unless (regexp-match? #rx"^HTTP/... 2" status)
  (raise-user-error (format "~a\n~a" (bytes-join (cons status headers) #"\n") answer)))

(displayln answer)
