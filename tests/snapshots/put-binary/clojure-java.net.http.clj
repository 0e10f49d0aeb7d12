;; Replace an avatar
;; Run: FILES_API_KEY=... clojure "-J-Dfile.encoding=UTF-8" -Sdeps '{:deps {org.clojure/data.json {:mvn/version "2.5.1"}}}' -M put-binary.clj

(require '[clojure.data.json :as json]
         '[clojure.java.io :as io])
(import '(java.net URI)
        '(java.net.http HttpClient HttpRequest HttpRequest$BodyPublishers HttpResponse$BodyHandlers)
        '(java.util.concurrent TimeUnit))

(assert (System/getenv "FILES_API_KEY") "FILES_API_KEY is not set")

(def request
  (-> (HttpRequest/newBuilder (URI/create "https://files.example.org/avatars/ada"))
      (.header "X-Api-Key" (System/getenv "FILES_API_KEY"))
      (.header "Content-Type" "image/png")
      (.PUT (HttpRequest$BodyPublishers/ofFile (.toPath (io/file "avatar.png"))))
      .build))
(def response
  (-> (HttpClient/newHttpClient)
      (.sendAsync request (HttpResponse$BodyHandlers/ofString))
      (.get 30 TimeUnit/SECONDS)))

(when (>= (.statusCode response) 300)
  (let [location (.firstValue (.headers response) "Location")
        reason (.orElse location (.body response))]
    (throw (ex-info (str "HTTP " (.statusCode response) " " reason) {}))))

(def answer (json/read-str (.body response) :key-fn keyword :bigdec true))
(println (json/write-str (get-in answer [:bytes]) :key-fn (comp str symbol)))
