;;; -*- lexical-binding: t -*-
;; */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
;; Run: emacs -Q --script words-comments.el

(require 'json)
(require 'map)

(set-language-environment "UTF-8")
(setq backtrace-on-error-noninteractive nil)

(defconst request-body '((a . 1)))

(set-buffer (get-buffer-create "answer"))
(defconst exit-code
  (call-process-region (json-encode request-body) nil "curl" nil t nil
                       "https://api.example.com/notes"
                       "--silent" "--show-error"
                       "--write-out" "\n%{http_code} %{redirect_url}"
                       "--max-time" "30"
                       "--header" "Content-Type: application/json"
                       "--data-binary" "@-"))

(unless (and (eq exit-code 0) (looking-back "\n2.. " (point-min)))
  (error "%s" (buffer-string)))
(replace-match "")

(goto-char (point-min))
(princ
 (json-encode
  (map-nested-elt (json-parse-buffer :null-object nil :false-object :json-false)
                  '("ok"))))
(terpri)
