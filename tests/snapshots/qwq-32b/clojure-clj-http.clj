;; QwQ-32B chat completion
;; Run: MKEAI_API_KEY=... clojure "-J-Dfile.encoding=UTF-8" -Sdeps '{:deps {clj-http/clj-http {:mvn/version "2.3.0"} org.clojure/data.json {:mvn/version "2.5.1"}}}' -M qwq-32b.clj

(require '[clj-http.client :as http]
         '[clojure.data.json :as json])

(assert (System/getenv "MKEAI_API_KEY") "MKEAI_API_KEY is not set")

(def body
  {:model "QwQ-32B"
   :messages [{:role "user" :content "你好"}]
   :stream false})
(def response
  (http/post "https://api.mkeai.com/v1/chat/completions"
             {:oauth-token (System/getenv "MKEAI_API_KEY")
              :content-type :json
              :body (json/write-str body)
              :socket-timeout 120000
              :conn-timeout 120000
              :follow-redirects false
              :throw-exceptions false}))

(when-not (http/success? response)
  (let [{:keys [status headers body]} response]
    (throw (ex-info (str "HTTP " status " " (get headers "Location" body)) {}))))

(def answer (json/read-str (:body response) :key-fn keyword))
(println (get-in answer [:choices 0 :message :content]))
