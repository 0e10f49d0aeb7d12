;;; -*- lexical-binding: t -*-
;; """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
;; Run: emacs -Q --script words-quotes.el

(require 'json)
(require 'map)

(set-language-environment "UTF-8")
(setq backtrace-on-error-noninteractive nil)

(set-buffer (get-buffer-create "answer"))
(defconst exit-code
  (call-process "curl" nil t nil
                "https://api.example.com/notes"
                "--silent" "--show-error"
                "--write-out" "\n%{http_code} %{redirect_url}"
                "--max-time" "30"))

(unless (and (eq exit-code 0) (looking-back "\n2.. " (point-min)))
  (error "%s" (buffer-string)))
(replace-match "")

(goto-char (point-min))
(princ
 (json-encode
  (map-nested-elt (json-parse-buffer :null-object nil :false-object :json-false)
                  '("ok"))))
(terpri)
