;;; -*- lexical-binding: t -*-
;; Replace an avatar
;; Run: FILES_API_KEY=... emacs -Q --script put-binary.el

(require 'json)
(require 'map)

(set-language-environment "UTF-8")
(setq backtrace-on-error-noninteractive nil)

(unless (getenv "FILES_API_KEY") (error "FILES_API_KEY is not set"))

(set-buffer (get-buffer-create "answer"))
(defconst exit-code
  (call-process "curl" nil t nil
                "https://files.example.org/avatars/ada"
                "--silent" "--show-error"
                "--write-out" "\n%{http_code} %{redirect_url}"
                "--max-time" "30"
                "--request" "PUT"
                "--header" (concat "X-Api-Key: " (getenv "FILES_API_KEY"))
                "--header" "Content-Type: image/png"
                "--data-binary" "@avatar.png"))

(unless (and (eq exit-code 0) (looking-back "\n2.. " (point-min)))
  (error "%s" (buffer-string)))
(replace-match "")

(goto-char (point-min))
(princ
 (json-encode
  (map-nested-elt (json-parse-buffer :null-object nil :false-object :json-false)
                  '("bytes"))))
(terpri)
