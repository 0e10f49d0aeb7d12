#lang racket
;; QwQ-32B chat completion
;; Run: MKEAI_API_KEY=... racket qwq-32b-stream.rkt

(require json
         net/http-client)

(unless (getenv "MKEAI_API_KEY") (raise-user-error "MKEAI_API_KEY is not set"))

(define body
  (hasheq 'model "QwQ-32B"
          'messages (list (hasheq 'role "user" 'content "你好"))
          'stream #t))
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
(kill-thread timer)

(unless (regexp-match? #rx"^HTTP/... 2" status)
  (raise-user-error (format "~a\n~a" (bytes-join (cons status headers) #"\n") (port->string in))))

;; The text at a path; empty where there is none
(define (text-at data . path)
  (define found
    (for/fold ([data data]) ([step path])
      (cond
        [(hash? data) (hash-ref data step #f)]
        [(and (list? data) (< step (length data))) (list-ref data step)]
        [else #f])))
  (if (string? found) found ""))

(file-stream-buffer-mode (current-output-port) 'none)
(define (next-line)
  (or (sync/timeout 120 (read-line-evt in 'any)) (raise-user-error "Timeout")))
(let loop ([rest ""])
  (match (next-line)
    [(regexp #rx"^data: ?(.*)$" (list _ "[DONE]")) (newline)]
    [(regexp #rx"^data: ?(.*)$" (list _ data))
     (define event (string->jsexpr data))
     (display (text-at event 'choices 0 'delta 'reasoning_content) (current-error-port))
     (display (text-at event 'choices 0 'delta 'content))
     (loop data)]
    [(? string? line) (loop (string-append rest line))]
    [_ (raise-user-error (string-append "The stream ended unexpectedly. " rest))]))
