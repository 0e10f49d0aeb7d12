;;; -*- lexical-binding: t -*-
;; Search a catalogue
;; Run: emacs -Q --script search.el

(require 'json)
(require 'map)

(set-language-environment "UTF-8")
(setq backtrace-on-error-noninteractive nil)

(set-buffer (get-buffer-create "answer"))
(defconst exit-code
  (call-process "curl" nil t nil
                "https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10"
                "--silent" "--show-error"
                "--write-out" "\n%{http_code} %{redirect_url}"
                "--max-time" "30"
                "--header" "X-Request-Id: docs-0001"))

(unless (and (eq exit-code 0) (looking-back "\n2.. " (point-min)))
  (error "%s" (buffer-string)))
(replace-match "")

(goto-char (point-min))
(send-string-to-terminal
 (map-nested-elt (json-parse-buffer) '("items" 0 "title")))
(terpri)
