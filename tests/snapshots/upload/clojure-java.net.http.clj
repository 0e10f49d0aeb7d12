;; Upload a photo
;; Run: PHOTOS_TOKEN=... clojure "-J-Dfile.encoding=UTF-8" -Sdeps '{:deps {org.clojure/data.json {:mvn/version "2.5.1"}}}' -M upload.clj

(require '[clojure.data.json :as json]
         '[clojure.java.io :as io])
(import '(java.io ByteArrayOutputStream)
        '(java.net URI)
        '(java.net.http HttpClient HttpRequest HttpRequest$BodyPublishers HttpResponse$BodyHandlers)
        '(java.util.concurrent TimeUnit))

(assert (System/getenv "PHOTOS_TOKEN") "PHOTOS_TOKEN is not set")

(def boundary (str (random-uuid)))
(def body (ByteArrayOutputStream.))
(defn part [head content]
  (io/copy (str "--" boundary "\r\nContent-Disposition: form-data; " head "\r\n\r\n") body)
  (io/copy content body)
  (io/copy "\r\n" body))
(part "name=\"caption\"" "Sunset at the \"Blue Lagoon\"")
(part "name=\"visibility\"" "friends")
(part "name=\"photo\"; filename=\"sunset.jpg\"\r\nContent-Type: image/jpeg" (io/file "sunset.jpg"))
(io/copy (str "--" boundary "--\r\n") body)
(def request
  (-> (HttpRequest/newBuilder (URI/create "https://photos.example.org/albums/summer-2025/photos"))
      (.header "Authorization" (str "Bearer " (System/getenv "PHOTOS_TOKEN")))
      (.header "Content-Type" (str "multipart/form-data; boundary=" boundary))
      (.POST (HttpRequest$BodyPublishers/ofByteArray (.toByteArray body)))
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
(println (get-in answer [:url]))
