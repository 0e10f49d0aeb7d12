;; QwQ-32B chat completion
;; Install: apt install guile-gcrypt guile-gnutls guile-json
;; Run: MKEAI_API_KEY=... guile --no-auto-compile qwq-32b.scm

(use-modules (ice-9 threads)
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

(unless (getenv "MKEAI_API_KEY") (fail "MKEAI_API_KEY is not set"))

(define body
  `((model . "QwQ-32B")
    (messages . #(((role . "user") (content . "你好"))))
    (stream . #f)))
(define headers
  `((Authorization . ,(string-append "Bearer " (getenv "MKEAI_API_KEY")))
    (Content-Type . "application/json")))
(call-with-new-thread
 (lambda ()
   (sleep 120)
   (fail "Timeout")))
(define-values (response answer)
  (http-request "https://api.mkeai.com/v1/chat/completions"
                #:method 'POST
                #:headers headers
                #:body (string->utf8 (scm->json-string body))
                #:decode-body? #f))

(unless (<= 200 (response-code response) 299)
  (write-response response (current-error-port))
  (fail (utf8->string answer)))

(define data (json-string->scm (utf8->string answer)))
(display (assoc-ref (assoc-ref (vector-ref (assoc-ref data "choices") 0)
                               "message")
                    "content"))
(newline)
