;; Delete a user's key
;; Install: apt install guile-gcrypt guile-gnutls guile-json
;; Run: ADMIN_USER=... ADMIN_PASSWORD=... guile --no-auto-compile delete-basic.scm

(use-modules (gcrypt base64)
             (ice-9 threads)
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

(unless (getenv "ADMIN_USER") (fail "ADMIN_USER is not set"))
(unless (getenv "ADMIN_PASSWORD") (fail "ADMIN_PASSWORD is not set"))

(define credentials
  (base64-encode (string->utf8 (string-append (getenv "ADMIN_USER")
                                              ":"
                                              (getenv "ADMIN_PASSWORD")))))
(define headers `((Authorization . ,(string-append "Basic " credentials))))
(call-with-new-thread
 (lambda ()
   (sleep 30)
   (fail "Timeout")))
(define-values (response answer)
  (http-request "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29"
                #:method 'DELETE
                #:headers headers
                #:decode-body? #f))

(unless (<= 200 (response-code response) 299)
  (write-response response (current-error-port))
  (fail (utf8->string answer)))

(when answer (display (utf8->string answer)))
(newline)
