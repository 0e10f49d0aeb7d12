;; Ask a GraphQL API
;; Install: apt install guile-gcrypt guile-gnutls guile-json
;; Run: CODE_TOKEN=... guile --no-auto-compile graphql.scm

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

(unless (getenv "CODE_TOKEN") (fail "CODE_TOKEN is not set"))

(define body
  `((query . "query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {
  repository(owner: $owner, name: $name) {
    issues(first: $count, states: [OPEN]) {
      nodes { number title }
    }
  }
}
")
    (variables . ((owner . "ada")
                  (name . "engine")
                  (count . 2)))))
(define headers
  `((Authorization . ,(string-append "Bearer " (getenv "CODE_TOKEN")))
    (Content-Type . "application/json")))
(call-with-new-thread
 (lambda ()
   (sleep 30)
   (fail "Timeout")))
(define-values (response answer)
  (http-request "https://code.example.com/graphql"
                #:method 'POST
                #:headers headers
                #:body (string->utf8 (scm->json-string body))
                #:decode-body? #f))

(unless (<= 200 (response-code response) 299)
  (write-response response (current-error-port))
  (fail (utf8->string answer)))

(define data (json-string->scm (utf8->string answer)))
(scm->json (assoc-ref (assoc-ref (assoc-ref (assoc-ref data "data")
                                            "repository")
                                 "issues")
                      "nodes"))
(newline)
