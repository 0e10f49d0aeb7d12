;; Log in with a form
;; Install: apt install guile-gcrypt guile-gnutls guile-json
;; Run: ACCOUNT_PASSWORD=... guile --no-auto-compile login-form.scm

(use-modules (ice-9 threads)
             (json)
             (rnrs bytevectors)
             (web client)
             (web response)
             (web uri))

(set-port-encoding! (current-output-port) "UTF-8")
(set-port-encoding! (current-error-port) "UTF-8")

(define (fail . messages)
  (for-each (lambda (message)
              (display message (current-error-port))
              (newline (current-error-port)))
            messages)
  (force-output (current-error-port))
  (primitive-exit 1))

(unless (getenv "ACCOUNT_PASSWORD") (fail "ACCOUNT_PASSWORD is not set"))

(define headers `((Content-Type . "application/x-www-form-urlencoded")))
(call-with-new-thread
 (lambda ()
   (sleep 30)
   (fail "Timeout")))
(define-values (response answer)
  (http-request "https://accounts.example.com/login"
                #:method 'POST
                #:headers headers
                #:body (string->utf8 (string-append "username=ada%40example.com&password="
                                                    (uri-encode (getenv "ACCOUNT_PASSWORD"))
                                                    "&scope=profile&scope=orders&device="))
                #:decode-body? #f))

(unless (<= 200 (response-code response) 299)
  (write-response response (current-error-port))
  (fail (utf8->string answer)))

(define data (json-string->scm (utf8->string answer)))
(display (assoc-ref (assoc-ref data "session") "id"))
(newline)
