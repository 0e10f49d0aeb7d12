;; Look at a download before fetching it
;; Run: clojure "-J-Dfile.encoding=UTF-8" -Sdeps '{:deps {org.clojure/data.json {:mvn/version "2.5.1"}}}' -M head.clj

(require '[clojure.string :as str])
(import '(java.net URI)
        '(java.net.http HttpClient HttpRequest HttpRequest$BodyPublishers HttpResponse$BodyHandlers)
        '(java.util.concurrent TimeUnit))

(def request
  (-> (HttpRequest/newBuilder (URI/create "https://downloads.example.net/releases/2.10/engine.tar.gz"))
      (.header "Accept" "application/gzip")
      (.method "HEAD" (HttpRequest$BodyPublishers/noBody))
      .build))
(def response
  (-> (HttpClient/newHttpClient)
      (.sendAsync request (HttpResponse$BodyHandlers/ofString))
      (.get 30 TimeUnit/SECONDS)))

(when (>= (.statusCode response) 300)
  (let [location (.firstValue (.headers response) "Location")
        reason (.orElse location (.body response))]
    (throw (ex-info (str "HTTP " (.statusCode response) " " reason) {}))))

(doseq [[name values] (.map (.headers response))]
  (println (str name ": " (str/join ", " values))))
