;;; -*- lexical-binding: t -*-
;; Ask a private model, with a user name that is no secret
;; Run: MODEL_PASSWORD=... emacs -Q --script digest-json.el

(require 'json)
(require 'map)

(set-language-environment "UTF-8")
(setq backtrace-on-error-noninteractive nil)

(unless (getenv "MODEL_PASSWORD") (error "MODEL_PASSWORD is not set"))

(defconst request-body '((prompt . "Say “hello”")))

(set-buffer (get-buffer-create "answer"))
(defconst exit-code
  (call-process-region (json-encode request-body) nil "curl" nil t nil
                       "https://model.example.com/v1/chat"
                       "--silent" "--show-error"
                       "--write-out" "\n%{http_code} %{redirect_url}"
                       "--max-time" "30"
                       "--digest" "--user" (concat "admin:"
                                                   (getenv "MODEL_PASSWORD"))
                       "--header" "Content-Type: application/json"
                       "--data-binary" "@-"))

(unless (and (eq exit-code 0) (looking-back "\n2.. " (point-min)))
  (error "%s" (buffer-string)))
(replace-match "")

(goto-char (point-min))
(send-string-to-terminal (map-nested-elt (json-parse-buffer) '("text")))
(terpri)
