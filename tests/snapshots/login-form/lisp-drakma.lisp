;; Log in with a form
;; Install: apt install cl-drakma cl-yason
;; Run: ACCOUNT_PASSWORD=... sbcl --script login-form.lisp

(require :asdf)
(let ((*standard-output* *error-output*))
  (handler-bind ((warning #'muffle-warning))
    (asdf:load-systems :drakma :yason)))

(unless (uiop:getenv "ACCOUNT_PASSWORD") (uiop:die 1 "ACCOUNT_PASSWORD is not set"))

(defparameter *response*
  (multiple-value-list
   (sb-ext:with-timeout 30
     (drakma:http-request "https://accounts.example.com/login"
                          :method :post
                          :verify :required
                          :redirect nil
                          :preserve-uri t
                          :parameters `(("username" . "ada@example.com")
                                        ("password" . ,(uiop:getenv "ACCOUNT_PASSWORD"))
                                        ("scope" . "profile")
                                        ("scope" . "orders")
                                        ("device" . ""))
                          :external-format-out :utf-8
                          :force-binary t))))

(defun text (octets)
  (flexi-streams:octets-to-string octets :external-format :utf-8))

(destructuring-bind (answer status headers &rest others) *response*
  (declare (ignore others))
  (unless (<= 200 status 299)
    (uiop:die 1 "~A~%~{~S~%~}~A" status headers (text answer)))
  (let ((data (yason:parse (text answer))))
    (write-line (gethash "id" (gethash "session" data)))))
