;; QwQ-32B chat completion
;; Run: MKEAI_API_KEY=... clojure "-J-Dfile.encoding=UTF-8" -Sdeps '{:deps {org.clojure/data.json {:mvn/version "2.5.1"}}}' -M qwq-32b-stream.clj

(require '[clojure.data.json :as json]
         '[clojure.java.io :as io]
         '[clojure.string :as str])
(import '(java.net URI)
        '(java.net.http HttpClient HttpRequest HttpRequest$BodyPublishers HttpResponse$BodyHandlers)
        '(java.util.concurrent TimeUnit))

(assert (System/getenv "MKEAI_API_KEY") "MKEAI_API_KEY is not set")

(def body
  {:model "QwQ-32B"
   :messages [{:role "user" :content "你好"}]
   :stream true})
(def request
  (-> (HttpRequest/newBuilder (URI/create "https://api.mkeai.com/v1/chat/completions"))
      (.header "Authorization" (str "Bearer " (System/getenv "MKEAI_API_KEY")))
      (.header "Content-Type" "application/json")
      (.POST (HttpRequest$BodyPublishers/ofString (json/write-str body)))
      .build))
(def response
  (-> (HttpClient/newHttpClient)
      (.sendAsync request (HttpResponse$BodyHandlers/ofInputStream))
      (.get 120 TimeUnit/SECONDS)))

(when (>= (.statusCode response) 300)
  (let [location (.firstValue (.headers response) "Location")
        reason (.orElse location (slurp (.body response)))]
    (throw (ex-info (str "HTTP " (.statusCode response) " " reason) {}))))

(def in (io/reader (.body response)))
(defn next-line []
  (.get (future (.readLine in)) 120 TimeUnit/SECONDS))

(defn show [data]
  (let [event (json/read-str data :key-fn keyword)]
    (binding [*out* *err*]
      (print (str (get-in event [:choices 0 :delta :reasoning_content])))
      (flush))
    (print (str (get-in event [:choices 0 :delta :content])))
    (flush)))

(loop [seen ""]
  (let [line (or (next-line) (throw (ex-info (str "The stream ended unexpectedly. " seen) {})))
        data (str/replace line #"^data: ?" "")]
    (if (str/starts-with? line "data:")
      (when-not (= data "[DONE]")
        (show data)
        (recur data))
      (recur (str seen line)))))
(println)
(shutdown-agents)
