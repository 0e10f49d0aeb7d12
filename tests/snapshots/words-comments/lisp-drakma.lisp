;; */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
;; Install: apt install cl-drakma cl-yason
;; Run: sbcl --script words-comments.lisp

(require :asdf)
(let ((*standard-output* *error-output*))
  (handler-bind ((warning #'muffle-warning))
    (asdf:load-systems :drakma :yason)))

(defun object (&rest plist)
  (alexandria:plist-hash-table plist :test #'equal))
(defparameter *body* (object "a" 1))
(defparameter *response*
  (multiple-value-list
   (sb-ext:with-timeout 30
     (drakma:http-request "https://api.example.com/notes"
                          :method :post
                          :verify :required
                          :redirect nil
                          :preserve-uri t
                          :content-type "application/json"
                          :content (with-output-to-string (out) (yason:encode *body* out))
                          :external-format-out :utf-8
                          :force-binary t))))

(defun text (octets)
  (flexi-streams:octets-to-string octets :external-format :utf-8))

(destructuring-bind (answer status headers &rest others) *response*
  (declare (ignore others))
  (unless (<= 200 status 299)
    (uiop:die 1 "~A~%~{~S~%~}~A" status headers (text answer)))
  (let ((data (yason:parse (text answer) :json-arrays-as-vectors t :json-booleans-as-symbols t)))
    (yason:encode (gethash "ok" data))
    (terpri)))
