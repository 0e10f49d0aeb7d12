;; Look at a download before fetching it
;; Install: apt install cl-drakma cl-yason
;; Run: sbcl --script head.lisp

(require :asdf)
(let ((*standard-output* *error-output*))
  (handler-bind ((warning #'muffle-warning))
    (asdf:load-systems :drakma)))

(defparameter *response*
  (multiple-value-list
   (sb-ext:with-timeout 30
     (drakma:http-request "https://downloads.example.net/releases/2.10/engine.tar.gz"
                          :method :head
                          :verify :required
                          :redirect nil
                          :preserve-uri t
                          :accept "application/gzip"
                          :force-binary t))))

(destructuring-bind (body status headers &rest others) *response*
  (declare (ignore body others))
  (unless (<= 200 status 299)
    (uiop:die 1 "~A~%~{~S~%~}" status headers))
  (loop for (name . value) in headers
        do (format t "~:(~A~): ~A~%" name value)))
