;; Look at a download before fetching it
;; Install: apt install guile-gcrypt guile-gnutls guile-json
;; Run: guile --no-auto-compile head.scm

(use-modules (ice-9 threads)
             (rnrs bytevectors)
             (web client)
             (web http)
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

(define headers `((Accept . "application/gzip")))
(call-with-new-thread
 (lambda ()
   (sleep 30)
   (fail "Timeout")))
(define response
  (http-request "https://downloads.example.net/releases/2.10/engine.tar.gz"
                #:method 'HEAD
                #:headers headers
                #:decode-body? #f))

(unless (<= 200 (response-code response) 299)
  (write-response response (current-error-port))
  (exit 1))

(write-headers (response-headers response) (current-output-port))
