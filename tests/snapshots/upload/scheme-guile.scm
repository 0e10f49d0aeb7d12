;; Upload a photo
;; Install: apt install guile-gcrypt guile-gnutls guile-json
;; Run: PHOTOS_TOKEN=... guile --no-auto-compile upload.scm

(use-modules (ice-9 binary-ports)
             (ice-9 textual-ports)
             (ice-9 threads)
             (json)
             (rnrs bytevectors)
             ((rnrs io ports) #:select (call-with-bytevector-output-port))
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

(unless (getenv "PHOTOS_TOKEN") (fail "PHOTOS_TOKEN is not set"))

(define boundary
  (number->string (random (expt 16 32) (random-state-from-platform)) 16))
(define body
  (call-with-bytevector-output-port
   (lambda (port)
     (define (part head content)
       (format port "--~a\r\n" boundary)
       (format port "Content-Disposition: form-data; ~a\r\n\r\n" head)
       (put-bytevector port content)
       (put-string port "\r\n"))
     (set-port-encoding! port "UTF-8")
     (part "name=\"caption\"" (string->utf8 "Sunset at the \"Blue Lagoon\""))
     (part "name=\"visibility\"" (string->utf8 "friends"))
     (part "name=\"photo\"; filename=\"sunset.jpg\"\r\nContent-Type: image/jpeg"
           (call-with-input-file "sunset.jpg" get-bytevector-all #:binary #t))
     (format port "--~a--\r\n" boundary))))
(define headers
  `((Authorization . ,(string-append "Bearer " (getenv "PHOTOS_TOKEN")))
    (Content-Type . ,(string-append "multipart/form-data; boundary="
                                    boundary))))
(call-with-new-thread
 (lambda ()
   (sleep 30)
   (fail "Timeout")))
(define-values (response answer)
  (http-request "https://photos.example.org/albums/summer-2025/photos"
                #:method 'POST
                #:headers headers
                #:body body
                #:decode-body? #f))

(unless (<= 200 (response-code response) 299)
  (write-response response (current-error-port))
  (fail (utf8->string answer)))

(define data (json-string->scm (utf8->string answer)))
(display (assoc-ref data "url"))
(newline)
