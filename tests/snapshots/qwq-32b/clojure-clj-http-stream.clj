;; QwQ-32B chat completion
;; Run: MKEAI_API_KEY=... clojure "-J-Dfile.encoding=UTF-8" -Sdeps '{:deps {clj-http/clj-http {:mvn/version "2.3.0"} org.clojure/data.json {:mvn/version "2.5.1"}}}' -M qwq-32b-stream.clj

(require '[clj-http.client :as http]
         '[clojure.data.json :as json]
         '[clojure.java.io :as io]
         '[clojure.string :as str])

(assert (System/getenv "MKEAI_API_KEY") "MKEAI_API_KEY is not set")

(def body
  {:model "QwQ-32B"
   :messages [{:role "user" :content "你好"}]
   :stream true})
(def response
  (http/post "https://api.mkeai.com/v1/chat/completions"
             {:oauth-token (System/getenv "MKEAI_API_KEY")
              :content-type :json
              :body (json/write-str body)
              :as :stream
              :socket-timeout 120000
              :conn-timeout 120000
              :follow-redirects false
              :throw-exceptions false}))

(when-not (http/success? response)
  (let [{:keys [status headers body]} response]
    (throw (ex-info (str "HTTP " status " " (or (get headers "Location") (some-> body slurp))) {}))))

(def in (io/reader (:body response)))
(defn next-line []
  (.readLine in))

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
