;; """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
;; Install: apt install cl-drakma cl-yason
;; Run: sbcl --script words-quotes.lisp

(require :asdf)
(let ((*standard-output* *error-output*))
  (handler-bind ((warning #'muffle-warning))
    (asdf:load-systems :drakma :yason)))

(defparameter *response*
  (multiple-value-list
   (sb-ext:with-timeout 30
     (drakma:http-request "https://api.example.com/notes"
                          :verify :required
                          :redirect nil
                          :preserve-uri t
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
