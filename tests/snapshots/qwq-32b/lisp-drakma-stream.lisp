;; QwQ-32B chat completion
;; Install: apt install cl-drakma cl-yason
;; Run: MKEAI_API_KEY=... sbcl --script qwq-32b-stream.lisp

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
          "stream" t))
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
                          :want-stream t))))

;; The text at a path; empty where there is none
(defun text-at (data &rest path)
  (dolist (step path (if (stringp data) data ""))
    (setf data (cond ((null data) nil)
                     ((integerp step) (nth step data))
                     (t (gethash step data))))))

;; What stands behind data: in a line
(defun field (line)
  (string-right-trim '(#\Return) (subseq line (if (uiop:string-prefix-p "data: " line) 6 5))))

(destructuring-bind (in status headers &rest others) *response*
  (declare (ignore others))
  (setf (flexi-streams:flexi-stream-external-format in) :utf-8)
  (unless (<= 200 status 299)
    (uiop:die 1 "~A~%~{~S~%~}~A" status headers (uiop:slurp-stream-string in)))
  (let ((rest ""))
    (loop
      (let ((line (sb-ext:with-timeout 120 (read-line in nil))))
        (cond ((null line)
               (uiop:die 1 "The stream ended unexpectedly. ~A" rest))
              ((not (uiop:string-prefix-p "data:" line))
               (setf rest (uiop:strcat rest line)))
              (t
               (setf rest (field line))
               (when (string= rest "[DONE]")
                 (terpri)
                 (return))
               (let ((event (yason:parse rest)))
                 (write-string (text-at event "choices" 0 "delta" "reasoning_content")
                               *error-output*)
                 (write-string (text-at event "choices" 0 "delta" "content")))
               (finish-output)))))))
