;; Log in with a form
;; Run: ACCOUNT_PASSWORD=... clojure "-J-Dfile.encoding=UTF-8" -Sdeps '{:deps {org.clojure/data.json {:mvn/version "2.5.1"}}}' -M login-form.clj

(require '[clojure.data.json :as json]
         '[clojure.string :as str])
(import '(java.net URI URLEncoder)
        '(java.net.http HttpClient HttpRequest HttpRequest$BodyPublishers HttpResponse$BodyHandlers)
        '(java.util.concurrent TimeUnit))

(assert (System/getenv "ACCOUNT_PASSWORD") "ACCOUNT_PASSWORD is not set")

(defn encode [pairs]
  (str/join "&" (for [pair pairs]
                  (str/join "=" (map #(URLEncoder/encode % "UTF-8") pair)))))

(def body
  (encode [["username" "ada@example.com"]
           ["password" (System/getenv "ACCOUNT_PASSWORD")]
           ["scope" "profile"]
           ["scope" "orders"]
           ["device" ""]]))
(def request
  (-> (HttpRequest/newBuilder (URI/create "https://accounts.example.com/login"))
      (.header "Content-Type" "application/x-www-form-urlencoded")
      (.POST (HttpRequest$BodyPublishers/ofString body))
      .build))
(def response
  (-> (HttpClient/newHttpClient)
      (.sendAsync request (HttpResponse$BodyHandlers/ofString))
      (.get 30 TimeUnit/SECONDS)))

(when (>= (.statusCode response) 300)
  (let [location (.firstValue (.headers response) "Location")
        reason (.orElse location (.body response))]
    (throw (ex-info (str "HTTP " (.statusCode response) " " reason) {}))))

(def answer (json/read-str (.body response) :key-fn keyword))
(println (get-in answer [:session :id]))
