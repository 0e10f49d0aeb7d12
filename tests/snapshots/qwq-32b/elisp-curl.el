;;; -*- lexical-binding: t -*-
;; QwQ-32B chat completion
;; Run: MKEAI_API_KEY=... emacs -Q --script qwq-32b.el

(require 'json)
(require 'map)

(set-language-environment "UTF-8")
(setq backtrace-on-error-noninteractive nil)

(unless (getenv "MKEAI_API_KEY") (error "MKEAI_API_KEY is not set"))

(defconst request-body
  '((model . "QwQ-32B")
    (messages . [((role . "user") (content . "你好"))])
    (stream . :json-false)))

(set-buffer (get-buffer-create "answer"))
(defconst exit-code
  (call-process-region (json-encode request-body) nil "curl" nil t nil
                       "https://api.mkeai.com/v1/chat/completions"
                       "--silent" "--show-error"
                       "--write-out" "\n%{http_code} %{redirect_url}"
                       "--max-time" "120"
                       "--header" (concat "Authorization: Bearer "
                                          (getenv "MKEAI_API_KEY"))
                       "--header" "Content-Type: application/json"
                       "--data-binary" "@-"))

(unless (and (eq exit-code 0) (looking-back "\n2.. " (point-min)))
  (error "%s" (buffer-string)))
(replace-match "")

(goto-char (point-min))
(send-string-to-terminal
 (map-nested-elt (json-parse-buffer) '("choices" 0 "message" "content")))
(terpri)
