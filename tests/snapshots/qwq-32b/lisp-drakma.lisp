;; QwQ-32B chat completion
;; Install: apt install cl-drakma cl-yason
;; Run: MKEAI_API_KEY=... sbcl --script qwq-32b.lisp

(require :asdf)
(let ((*standard-output* *error-output*))
  (handler-bind ((warning #'muffle-warning))
    (asdf:load-systems :drakma :yason)))

(unless (uiop:getenv "MKEAI_API_KEY") (uiop:die 1 "MKEAI_API_KEY is not set"))

(defun object (&rest plist)
  (alexandria:plist-hash-table plist :test #'equal))
(defparameter *body*
  (object "model" "QwQ-32B"
          "messages" (vector (object "role" "user" "content" "你好"))
          "stream" 'yason:false))
(defparameter *headers*
  `(("Authorization" . ,(uiop:strcat "Bearer " (uiop:getenv "MKEAI_API_KEY")))))
(defparameter *response*
  (multiple-value-list
   (sb-ext:with-timeout 120
     (drakma:http-request "https://api.mkeai.com/v1/chat/completions"
                          :method :post
                          :verify :required
                          :redirect nil
                          :preserve-uri t
                          :additional-headers *headers*
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
  (let ((data (yason:parse (text answer))))
    (write-line (gethash "content" (gethash "message" (elt (gethash "choices" data) 0))))))
