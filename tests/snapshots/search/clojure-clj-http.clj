;; Search a catalogue
;; Run: clojure "-J-Dfile.encoding=UTF-8" -Sdeps '{:deps {clj-http/clj-http {:mvn/version "2.3.0"} org.clojure/data.json {:mvn/version "2.5.1"}}}' -M search.clj

(require '[clj-http.client :as http]
         '[clojure.data.json :as json])

(def response
  (http/get "https://api.example.com/v1/catalogues/books/items"
            {:query-params [["q" "café & crème"] ["tag" "cooking"] ["tag" "french"] ["limit" "10"]]
             :headers {"X-Request-Id" "docs-0001"}
             :socket-timeout 30000
             :conn-timeout 30000
             :follow-redirects false
             :throw-exceptions false}))

(when-not (http/success? response)
  (let [{:keys [status headers body]} response]
    (throw (ex-info (str "HTTP " status " " (get headers "Location" body)) {}))))

(def answer (json/read-str (:body response) :key-fn keyword))
(println (get-in answer [:items 0 :title]))
