;; Upload a photo
;; Install: apt install cl-drakma cl-yason
;; Run: PHOTOS_TOKEN=... sbcl --script upload.lisp

(require :asdf)
(let ((*standard-output* *error-output*))
  (handler-bind ((warning #'muffle-warning))
    (asdf:load-systems :drakma :yason)))

(unless (uiop:getenv "PHOTOS_TOKEN") (uiop:die 1 "PHOTOS_TOKEN is not set"))

(defparameter *boundary* (format nil "~36R" (random (expt 36 24) (make-random-state t))))
(defun octets (control &rest arguments)
  (flexi-streams:string-to-octets (apply #'format nil control arguments)
                                  :external-format :utf-8))
(defun part (head content)
  (concatenate '(vector (unsigned-byte 8))
               (octets "--~A~C~%Content-Disposition: form-data; " *boundary* #\Return)
               (octets "~A~C~%~C~%" head #\Return #\Return)
               content
               (octets "~C~%" #\Return)))
(defparameter *body*
  (concatenate '(vector (unsigned-byte 8))
               (part "name=\"caption\"" (octets "~A" "Sunset at the \"Blue Lagoon\""))
               (part "name=\"visibility\"" (octets "~A" "friends"))
               (part (format nil "name=\"photo\"; filename=\"sunset.jpg\"~C~%Content-Type: image/jpeg" #\Return)
                     (alexandria:read-file-into-byte-vector (uiop:parse-native-namestring "sunset.jpg")))
               (octets "--~A--~C~%" *boundary* #\Return)))
(defparameter *headers*
  `(("Authorization" . ,(uiop:strcat "Bearer " (uiop:getenv "PHOTOS_TOKEN")))))
(defparameter *response*
  (multiple-value-list
   (sb-ext:with-timeout 30
     (drakma:http-request "https://photos.example.org/albums/summer-2025/photos"
                          :method :post
                          :verify :required
                          :redirect nil
                          :preserve-uri t
                          :additional-headers *headers*
                          :content-type (uiop:strcat "multipart/form-data; boundary=" *boundary*)
                          :content *body*
                          :force-binary t))))

(defun text (octets)
  (flexi-streams:octets-to-string octets :external-format :utf-8))

(destructuring-bind (answer status headers &rest others) *response*
  (declare (ignore others))
  (unless (<= 200 status 299)
    (uiop:die 1 "~A~%~{~S~%~}~A" status headers (text answer)))
  (let ((data (yason:parse (text answer))))
    (write-line (gethash "url" data))))
