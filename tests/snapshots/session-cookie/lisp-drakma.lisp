;; Read a cart with a session cookie
;; Install: apt install cl-drakma cl-yason
;; Run: SHOP_SESSION=... SHOP_DEVICE=... sbcl --script session-cookie.lisp

(require :asdf)
(let ((*standard-output* *error-output*))
  (handler-bind ((warning #'muffle-warning))
    (asdf:load-systems :drakma :yason)))

(unless (uiop:getenv "SHOP_SESSION") (uiop:die 1 "SHOP_SESSION is not set"))
(unless (uiop:getenv "SHOP_DEVICE") (uiop:die 1 "SHOP_DEVICE is not set"))

(defparameter *headers*
  `(("Cookie" . ,(uiop:strcat "session="
                              (uiop:getenv "SHOP_SESSION")
                              "; device="
                              (uiop:getenv "SHOP_DEVICE")
                              "; prefs=currency=EUR+tax/incl=="))))
(defparameter *response*
  (multiple-value-list
   (sb-ext:with-timeout 30
     (drakma:http-request "https://shop.example.com/cart?currency=EUR"
                          :verify :required
                          :redirect nil
                          :preserve-uri t
                          :additional-headers *headers*
                          :force-binary t))))

(defun text (octets)
  (flexi-streams:octets-to-string octets :external-format :utf-8))

(destructuring-bind (answer status headers &rest others) *response*
  (declare (ignore others))
  (unless (<= 200 status 299)
    (uiop:die 1 "~A~%~{~S~%~}~A" status headers (text answer)))
  (let ((data (yason:parse (text answer))))
    (write-line (gethash "sku" (elt (gethash "items" data) 0)))))
