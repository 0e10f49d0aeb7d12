;; Convert a temperature with SOAP
;; Install: apt install cl-drakma cl-yason
;; Run: sbcl --script soap-xml.lisp

(require :asdf)
(let ((*standard-output* *error-output*))
  (handler-bind ((warning #'muffle-warning))
    (asdf:load-systems :drakma)))

(defparameter *body*
  "<?xml version=\"1.0\" encoding=\"utf-8\"?>
<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\">
  <soap:Body>
    <CelsiusToFahrenheit xmlns=\"https://soap.example.com/\">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
")
(defparameter *headers* '(("SOAPAction" . "\"https://soap.example.com/CelsiusToFahrenheit\"")))
(defparameter *response*
  (multiple-value-list
   (sb-ext:with-timeout 30
     (drakma:http-request "https://soap.example.com/temperature.asmx"
                          :method :post
                          :verify :required
                          :redirect nil
                          :preserve-uri t
                          :additional-headers *headers*
                          :content-type "text/xml; charset=utf-8"
                          :content *body*
                          :external-format-out :utf-8
                          :force-binary t
                          :want-stream t))))

(defun text (octets)
  (flexi-streams:octets-to-string octets :external-format :utf-8))

(destructuring-bind (answer status headers &rest others) *response*
  (declare (ignore others))
  (let ((size (drakma:header-value :content-length headers)))
    (setf answer
          (sb-ext:with-timeout 30
            (if size
                (let ((octets (make-array (parse-integer size) :element-type '(unsigned-byte 8))))
                  (subseq octets 0 (read-sequence octets answer)))
                (alexandria:read-stream-content-into-byte-vector answer))))
    (when (and size (< (length answer) (parse-integer size)))
      (uiop:die 1 "The answer ended unexpectedly.")))
  (unless (<= 200 status 299)
    (uiop:die 1 "~A~%~{~S~%~}~A" status headers (text answer)))
  (write-line (text answer)))
