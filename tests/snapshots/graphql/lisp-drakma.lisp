;; Ask a GraphQL API
;; Install: apt install cl-drakma cl-yason
;; Run: CODE_TOKEN=... sbcl --script graphql.lisp

(require :asdf)
(let ((*standard-output* *error-output*))
  (handler-bind ((warning #'muffle-warning))
    (asdf:load-systems :drakma :yason)))

(unless (uiop:getenv "CODE_TOKEN") (uiop:die 1 "CODE_TOKEN is not set"))

(defun object (&rest plist)
  (alexandria:plist-hash-table plist :test #'equal))
(defparameter *body*
  (object "query" "query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {
  repository(owner: $owner, name: $name) {
    issues(first: $count, states: [OPEN]) {
      nodes { number title }
    }
  }
}
"
          "variables" (object "owner" "ada"
                              "name" "engine"
                              "count" 2)))
(defparameter *headers* `(("Authorization" . ,(uiop:strcat "Bearer " (uiop:getenv "CODE_TOKEN")))))
(defparameter *response*
  (multiple-value-list
   (sb-ext:with-timeout 30
     (drakma:http-request "https://code.example.com/graphql"
                          :method :post
                          :verify :required
                          :redirect nil
                          :preserve-uri t
                          :additional-headers *headers*
                          :content-type "application/json"
                          :content (with-output-to-string (out) (yason:encode *body* out))
                          :external-format-out :utf-8
                          :force-binary t))))

(defun text (octets)
  (flexi-streams:octets-to-string octets :external-format :utf-8))

(destructuring-bind (answer status headers &rest others) *response*
  (declare (ignore others))
  (unless (<= 200 status 299)
    (uiop:die 1 "~A~%~{~S~%~}~A" status headers (text answer)))
  (let ((data (yason:parse (text answer) :json-arrays-as-vectors t :json-booleans-as-symbols t)))
    (yason:encode (gethash "nodes" (gethash "issues" (gethash "repository" (gethash "data" data)))))
    (terpri)))
