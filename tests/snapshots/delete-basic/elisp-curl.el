;;; -*- lexical-binding: t -*-
;; Delete a user's key
;; Run: ADMIN_USER=... ADMIN_PASSWORD=... emacs -Q --script delete-basic.el

(set-language-environment "UTF-8")
(setq backtrace-on-error-noninteractive nil)

(unless (getenv "ADMIN_USER") (error "ADMIN_USER is not set"))
(unless (getenv "ADMIN_PASSWORD") (error "ADMIN_PASSWORD is not set"))

(set-buffer (get-buffer-create "answer"))
(defconst exit-code
  (call-process "curl" nil t nil
                "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29"
                "--silent" "--show-error"
                "--write-out" "\n%{http_code} %{redirect_url}"
                "--max-time" "30"
                "--request" "DELETE"
                "--user" (concat (getenv "ADMIN_USER")
                                 ":"
                                 (getenv "ADMIN_PASSWORD"))))

(unless (and (eq exit-code 0) (looking-back "\n2.. " (point-min)))
  (error "%s" (buffer-string)))
(replace-match "")

(princ (buffer-string))
