#lang racket
;; Read a cart with a session cookie
;; Run: SHOP_SESSION=... SHOP_DEVICE=... racket session-cookie.rkt

(require json
         net/http-client
         net/uri-codec)

(unless (getenv "SHOP_SESSION") (raise-user-error "SHOP_SESSION is not set"))
(unless (getenv "SHOP_DEVICE") (raise-user-error "SHOP_DEVICE is not set"))

(define query (alist->form-urlencoded (list (cons 'currency "EUR"))))
(define timer
  (thread (λ ()
            (sleep 30)
            (eprintf "Timeout\n")
            (exit 1))))
(define-values (status headers in)
  (http-sendrecv "shop.example.com"
                 (string-append "/cart?" query)
                 #:ssl? 'secure
                 #:headers (list (string-append "Cookie: session="
                                                (getenv "SHOP_SESSION")
                                                "; device="
                                                (getenv "SHOP_DEVICE")
                                                "; prefs=currency=EUR+tax/incl=="))))
(define answer (port->bytes in))

(unless (regexp-match? #rx"^HTTP/... 2" status)
  (raise-user-error (format "~a\n~a" (bytes-join (cons status headers) #"\n") answer)))

(displayln (hash-ref (list-ref (hash-ref (bytes->jsexpr answer) 'items) 0) 'sku))
