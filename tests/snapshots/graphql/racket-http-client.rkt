#lang racket
;; Ask a GraphQL API
;; Run: CODE_TOKEN=... racket graphql.rkt

(require json
         net/http-client)

(unless (getenv "CODE_TOKEN") (raise-user-error "CODE_TOKEN is not set"))

(define body
  (hasheq 'query "query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {
  repository(owner: $owner, name: $name) {
    issues(first: $count, states: [OPEN]) {
      nodes { number title }
    }
  }
}
"
          'variables (hasheq 'owner "ada"
                             'name "engine"
                             'count 2)))
(define timer
  (thread (λ ()
            (sleep 30)
            (eprintf "Timeout\n")
            (exit 1))))
(define-values (status headers in)
  (http-sendrecv "code.example.com"
                 "/graphql"
                 #:ssl? 'secure
                 #:method "POST"
                 #:headers (list (string-append "Authorization: Bearer " (getenv "CODE_TOKEN"))
                                 "Content-Type: application/json")
                 #:data (jsexpr->bytes body)))
(define answer (port->bytes in))

(unless (regexp-match? #rx"^HTTP/... 2" status)
  (raise-user-error (format "~a\n~a" (bytes-join (cons status headers) #"\n") answer)))

(write-json (hash-ref (hash-ref (hash-ref (hash-ref (bytes->jsexpr answer) 'data) 'repository)
                                'issues)
                      'nodes))
(newline)
