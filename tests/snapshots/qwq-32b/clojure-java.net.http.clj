;; QwQ-32B chat completion
;; Run: MKEAI_API_KEY=... clojure "-J-Dfile.encoding=UTF-8" -Sdeps '{:deps {org.clojure/data.json {:mvn/version "2.5.1"}}}' -M qwq-32b.clj

(require '[clojure.data.json :as json])
(import '(java.net URI)
        '(java.net.http HttpClient HttpRequest HttpRequest$BodyPublishers HttpResponse$BodyHandlers)
        '(java.util.concurrent TimeUnit))

(assert (System/getenv "MKEAI_API_KEY") "MKEAI_API_KEY is not set")

(def body
  {:model "QwQ-32B"
   :messages [{:role "user" :content "你好"}]
   :stream false})
(def request
  (-> (HttpRequest/newBuilder (URI/create "https://api.mkeai.com/v1/chat/completions"))
      (.header "Authorization" (str "Bearer " (System/getenv "MKEAI_API_KEY")))
      (.header "Content-Type" "application/json")
      (.POST (HttpRequest$BodyPublishers/ofString (json/write-str body)))
      .build))
(def response
  (-> (HttpClient/newHttpClient)
      (.sendAsync request (HttpResponse$BodyHandlers/ofString))
      (.get 120 TimeUnit/SECONDS)))

(when (>= (.statusCode response) 300)
  (let [location (.firstValue (.headers response) "Location")
        reason (.orElse location (.body response))]
    (throw (ex-info (str "HTTP " (.statusCode response) " " reason) {}))))

(def answer (json/read-str (.body response) :key-fn keyword))
(println (get-in answer [:choices 0 :message :content]))
