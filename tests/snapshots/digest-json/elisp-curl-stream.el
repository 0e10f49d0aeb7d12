;;; -*- lexical-binding: t -*-
;; Ask a private model, with a user name that is no secret
;; Run: MODEL_PASSWORD=... emacs -Q --script digest-json-stream.el

(require 'json)
(require 'map)

(set-language-environment "UTF-8")
(setq backtrace-on-error-noninteractive nil)

(unless (getenv "MODEL_PASSWORD") (error "MODEL_PASSWORD is not set"))

(defconst request-body '((prompt . "Say “hello”") (stream . t)))

(set-buffer (get-buffer-create "answer"))
(defconst curl-process
  (make-process :name "curl" :buffer (current-buffer)
                :connection-type 'pipe :sentinel #'ignore
                :command (list "curl"
                               "https://model.example.com/v1/chat"
                               "--silent" "--show-error"
                               "--no-buffer" "--dump-header" "-"
                               "--speed-limit" "1" "--speed-time" "120"
                               "--digest" "--user" (concat "admin:"
                                                           (getenv "MODEL_PASSWORD"))
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
      (send-string-to-terminal (concat (map-nested-elt event '("text")))))))
(terpri)
