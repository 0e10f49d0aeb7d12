;; QwQ-32B chat completion
;; Install: apt install guile-gcrypt guile-gnutls guile-json
;; Run: MKEAI_API_KEY=... guile --no-auto-compile qwq-32b-stream.scm

(use-modules (ice-9 textual-ports)
             (ice-9 threads)
             (json)
             (rnrs bytevectors)
             (srfi srfi-1)
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
    (stream . #t)))
(define headers
  `((Authorization . ,(string-append "Bearer " (getenv "MKEAI_API_KEY")))
    (Content-Type . "application/json")))
(define deadline (+ (current-time) 120))
(call-with-new-thread
 (lambda ()
   (while (< (current-time) deadline) (sleep 1))
   (fail "Timeout")))
(define-values (response in)
  (http-request "https://api.mkeai.com/v1/chat/completions"
                #:method 'POST
                #:headers headers
                #:body (string->utf8 (scm->json-string body))
                #:streaming? #t
                #:decode-body? #f))

(set-port-encoding! in "UTF-8")
(unless (<= 200 (response-code response) 299)
  (write-response response (current-error-port))
  (fail (get-string-all in)))

;; The text at a path; empty where there is none
(define (text-at data . path)
  (define found
    (fold (lambda (step data)
            (cond ((pair? data) (assoc-ref data step))
                  ((and (vector? data) (< step (vector-length data)))
                   (vector-ref data step))
                  (else #f)))
          data
          path))
  (if (string? found) found ""))

;; What stands behind data: in a line
(define (field line)
  (string-trim-right (string-drop line (if (string-prefix? "data: " line) 6 5))
                     #\return))

(setvbuf in 'none)
(let loop ((rest ""))
  (set! deadline (+ (current-time) 120))
  (let ((line (get-line in)))
    (cond ((eof-object? line)
           (fail "The stream ended unexpectedly." rest))
          ((not (string-prefix? "data:" line)) (loop (string-append rest line)))
          (else
           (let ((data (field line)))
             (if (string=? data "[DONE]")
                 (newline)
                 (let ((event (json-string->scm data)))
                   (display (text-at event "choices" 0 "delta" "reasoning_content")
                            (current-error-port))
                   (display (text-at event "choices" 0 "delta" "content"))
                   (force-output)
                   (loop data))))))))
