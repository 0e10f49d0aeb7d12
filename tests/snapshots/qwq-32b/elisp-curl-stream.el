;;; -*- lexical-binding: t -*-
;; QwQ-32B chat completion
;; Run: MKEAI_API_KEY=... emacs -Q --script qwq-32b-stream.el

(require 'json)
(require 'map)

(set-language-environment "UTF-8")
(setq backtrace-on-error-noninteractive nil)

(unless (getenv "MKEAI_API_KEY") (error "MKEAI_API_KEY is not set"))

(defconst request-body
  '((model . "QwQ-32B")
    (messages . [((role . "user") (content . "你好"))])
    (stream . t)))

(set-buffer (get-buffer-create "answer"))
(defconst curl-process
  (make-process :name "curl" :buffer (current-buffer)
                :connection-type 'pipe :sentinel #'ignore
                :command (list "curl"
                               "https://api.mkeai.com/v1/chat/completions"
                               "--silent" "--show-error"
                               "--no-buffer" "--dump-header" "-"
                               "--speed-limit" "1" "--speed-time" "120"
                               "--header" (concat "Authorization: Bearer "
                                                  (getenv "MKEAI_API_KEY"))
                               "--header" "Content-Type: application/json"
                               "--data-binary" "@-")))
(process-send-string curl-process (json-encode request-body))
(process-send-eof curl-process)

;; What REGEXP finds as soon as it is there; nil where the answer ends
(defun wait-for (regexp)
  (let ((start (point)) found)
    (while (and (not (setq found (re-search-forward regexp nil t)))
                (accept-process-output curl-process))
      (goto-char start))
    (and found (match-string 1))))

(unless (wait-for "^HTTP/[.0-9]+ \\(2\\).*\n\\(?:[^\r].*\n\\)*\r\n")
  (error "%s" (buffer-string)))

(let (data)
  (while (not (equal (setq data (wait-for "^data: ?\\([^\r\n]*\\)\r?\n"))
                     "[DONE]"))
    (unless data
      (error "The stream ended unexpectedly. %s"
             (buffer-substring (line-beginning-position 0) (point-max))))
    (let ((event (json-parse-string data :null-object nil)))
      (princ (concat (map-nested-elt event
                                     '("choices" 0 "delta" "reasoning_content")))
             #'external-debugging-output)
      (send-string-to-terminal
       (concat (map-nested-elt event '("choices" 0 "delta" "content")))))))
(terpri)
