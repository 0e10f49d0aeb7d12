;; Read a cart with a session cookie
;; Install: apt install guile-gcrypt guile-gnutls guile-json
;; Run: SHOP_SESSION=... SHOP_DEVICE=... guile --no-auto-compile session-cookie.scm

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

(unless (getenv "SHOP_SESSION") (fail "SHOP_SESSION is not set"))
(unless (getenv "SHOP_DEVICE") (fail "SHOP_DEVICE is not set"))

(define headers
  `((Cookie . ,(string-append "session="
                              (getenv "SHOP_SESSION")
                              "; device="
                              (getenv "SHOP_DEVICE")
                              "; prefs=currency=EUR+tax/incl=="))))
(call-with-new-thread
 (lambda ()
   (sleep 30)
   (fail "Timeout")))
(define-values (response answer)
  (http-request "https://shop.example.com/cart?currency=EUR"
                #:headers headers
                #:decode-body? #f))

(unless (<= 200 (response-code response) 299)
  (write-response response (current-error-port))
  (fail (utf8->string answer)))

(define data (json-string->scm (utf8->string answer)))
(display (assoc-ref (vector-ref (assoc-ref data "items") 0) "sku"))
(newline)
