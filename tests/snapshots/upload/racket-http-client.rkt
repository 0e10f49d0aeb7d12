#lang racket
;; Upload a photo
;; Run: PHOTOS_TOKEN=... racket upload.rkt

(require json
         net/http-client)

(unless (getenv "PHOTOS_TOKEN") (raise-user-error "PHOTOS_TOKEN is not set"))

(define boundary (format "~x~x" (random 4294967087) (random 4294967087)))
(define (part head content)
  (printf "--~a\r\nContent-Disposition: form-data; ~a\r\n\r\n~a\r\n" boundary head content))
(define body
  (with-output-to-bytes
   (λ ()
     (part "name=\"caption\"" "Sunset at the \"Blue Lagoon\"")
     (part "name=\"visibility\"" "friends")
     (part "name=\"photo\"; filename=\"sunset.jpg\"\r\nContent-Type: image/jpeg"
           (file->bytes "sunset.jpg"))
     (printf "--~a--\r\n" boundary))))
(define timer
  (thread (λ ()
            (sleep 30)
            (eprintf "Timeout\n")
            (exit 1))))
(define-values (status headers in)
  (http-sendrecv "photos.example.org"
                 "/albums/summer-2025/photos"
                 #:ssl? 'secure
                 #:method "POST"
                 #:headers (list (string-append "Authorization: Bearer " (getenv "PHOTOS_TOKEN"))
                                 (string-append "Content-Type: multipart/form-data; boundary=" boundary))
                 #:data body))
(define answer (port->bytes in))

(unless (regexp-match? #rx"^HTTP/... 2" status)
  (raise-user-error (format "~a\n~a" (bytes-join (cons status headers) #"\n") answer)))

(displayln (hash-ref (bytes->jsexpr answer) 'url))
