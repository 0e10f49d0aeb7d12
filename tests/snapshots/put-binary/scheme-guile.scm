;; Replace an avatar
;; Install: apt install guile-gcrypt guile-gnutls guile-json
;; Run: FILES_API_KEY=... guile --no-auto-compile put-binary.scm

(use-modules (ice-9 binary-ports)
             (ice-9 threads)
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

(unless (getenv "FILES_API_KEY") (fail "FILES_API_KEY is not set"))

(define body (call-with-input-file "avatar.png" get-bytevector-all #:binary #t))
(define headers
  `((X-Api-Key . ,(getenv "FILES_API_KEY")) (Content-Type . "image/png")))
(call-with-new-thread
 (lambda ()
   (sleep 30)
   (fail "Timeout")))
(define-values (response answer)
  (http-request "https://files.example.org/avatars/ada"
                #:method 'PUT
                #:headers headers
                #:body body
                #:decode-body? #f))

(unless (<= 200 (response-code response) 299)
  (write-response response (current-error-port))
  (fail (utf8->string answer)))

(define data (json-string->scm (utf8->string answer)))
(scm->json (assoc-ref data "bytes"))
(newline)
