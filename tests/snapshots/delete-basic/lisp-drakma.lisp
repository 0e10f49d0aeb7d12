;; Delete a user's key
;; Install: apt install cl-drakma cl-yason
;; Run: ADMIN_USER=... ADMIN_PASSWORD=... sbcl --script delete-basic.lisp

(require :asdf)
(let ((*standard-output* *error-output*))
  (handler-bind ((warning #'muffle-warning))
    (asdf:load-systems :drakma)))

(unless (uiop:getenv "ADMIN_USER") (uiop:die 1 "ADMIN_USER is not set"))
(unless (uiop:getenv "ADMIN_PASSWORD") (uiop:die 1 "ADMIN_PASSWORD is not set"))

(defparameter *credentials*
  (base64:usb8-array-to-base64-string
   (flexi-streams:string-to-octets (uiop:strcat (uiop:getenv "ADMIN_USER")
                                                ":"
                                                (uiop:getenv "ADMIN_PASSWORD"))
                                   :external-format :utf-8)))
(defparameter *headers* `(("Authorization" . ,(uiop:strcat "Basic " *credentials*))))
(defparameter *response*
  (multiple-value-list
   (sb-ext:with-timeout 30
     (drakma:http-request "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29"
                          :method :delete
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
  (write-line (text answer)))
