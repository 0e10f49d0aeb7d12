;;; -*- lexical-binding: t -*-
;; Convert a temperature with SOAP
;; Run: emacs -Q --script soap-xml.el

(set-language-environment "UTF-8")
(setq backtrace-on-error-noninteractive nil)

(defconst request-body
  "<?xml version=\"1.0\" encoding=\"utf-8\"?>
<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\">
  <soap:Body>
    <CelsiusToFahrenheit xmlns=\"https://soap.example.com/\">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
")

(set-buffer (get-buffer-create "answer"))
(defconst exit-code
  (call-process-region request-body nil "curl" nil t nil
                       "https://soap.example.com/temperature.asmx"
                       "--silent" "--show-error"
                       "--write-out" "\n%{http_code} %{redirect_url}"
                       "--max-time" "30"
                       "--header" "SOAPAction: \"https://soap.example.com/CelsiusToFahrenheit\""
                       "--header" "Content-Type: text/xml; charset=utf-8"
                       "--data-binary" "@-"))

(unless (and (eq exit-code 0) (looking-back "\n2.. " (point-min)))
  (error "%s" (buffer-string)))
(replace-match "")

(princ (buffer-string))
