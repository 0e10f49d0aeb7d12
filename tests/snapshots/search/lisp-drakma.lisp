;; Search a catalogue
;; Install: apt install cl-drakma cl-yason
;; Run: sbcl --script search.lisp

(require :asdf)
(let ((*standard-output* *error-output*))
  (handler-bind ((warning #'muffle-warning))
    (asdf:load-systems :drakma :yason)))

(defparameter *headers* '(("X-Request-Id" . "docs-0001")))
(defparameter *response*
  (multiple-value-list
   (sb-ext:with-timeout 30
     (drakma:http-request "https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10"
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
    (write-line (gethash "title" (elt (gethash "items" data) 0)))))
