#lang racket
;; Replace an avatar
;; Run: FILES_API_KEY=... racket put-binary.rkt

(require json
         net/http-client)

(unless (getenv "FILES_API_KEY") (raise-user-error "FILES_API_KEY is not set"))

(define timer
  (thread (λ ()
            (sleep 30)
            (eprintf "Timeout\n")
            (exit 1))))
(define-values (status headers in)
  (http-sendrecv "files.example.org"
                 "/avatars/ada"
                 #:ssl? 'secure
                 #:method "PUT"
                 #:headers (list (string-append "X-Api-Key: " (getenv "FILES_API_KEY"))
                                 "Content-Type: image/png")
                 #:data (file->bytes "avatar.png")))
(define answer (port->bytes in))

(unless (regexp-match? #rx"^HTTP/... 2" status)
  (raise-user-error (format "~a\n~a" (bytes-join (cons status headers) #"\n") answer)))

(write-json (hash-ref (bytes->jsexpr answer) 'bytes))
(newline)
