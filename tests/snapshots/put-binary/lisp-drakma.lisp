;; Replace an avatar
;; Install: apt install cl-drakma cl-yason
;; Run: FILES_API_KEY=... sbcl --script put-binary.lisp

(require :asdf)
(let ((*standard-output* *error-output*))
  (handler-bind ((warning #'muffle-warning))
    (asdf:load-systems :drakma :yason)))

(unless (uiop:getenv "FILES_API_KEY") (uiop:die 1 "FILES_API_KEY is not set"))

(defparameter *headers* `(("X-Api-Key" . ,(uiop:getenv "FILES_API_KEY"))))
(defparameter *response*
  (multiple-value-list
   (sb-ext:with-timeout 30
     (drakma:http-request "https://files.example.org/avatars/ada"
                          :method :put
                          :verify :required
                          :redirect nil
                          :preserve-uri t
                          :additional-headers *headers*
                          :content-type "image/png"
                          :content (alexandria:read-file-into-byte-vector (uiop:parse-native-namestring "avatar.png"))
                          :force-binary t))))

(defun text (octets)
  (flexi-streams:octets-to-string octets :external-format :utf-8))

(destructuring-bind (answer status headers &rest others) *response*
  (declare (ignore others))
  (unless (<= 200 status 299)
    (uiop:die 1 "~A~%~{~S~%~}~A" status headers (text answer)))
  (let ((data (yason:parse (text answer) :json-arrays-as-vectors t :json-booleans-as-symbols t)))
    (yason:encode (gethash "bytes" data))
    (terpri)))
