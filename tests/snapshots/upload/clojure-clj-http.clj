;; Upload a photo
;; Run: PHOTOS_TOKEN=... clojure "-J-Dfile.encoding=UTF-8" -Sdeps '{:deps {clj-http/clj-http {:mvn/version "2.3.0"} org.clojure/data.json {:mvn/version "2.5.1"}}}' -M upload.clj

(require '[clj-http.client :as http]
         '[clojure.data.json :as json]
         '[clojure.java.io :as io])
(import '(java.io ByteArrayOutputStream))

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
(def response
  (http/post "https://photos.example.org/albums/summer-2025/photos"
             {:oauth-token (System/getenv "PHOTOS_TOKEN")
              :content-type (str "multipart/form-data; boundary=" boundary)
              :body (.toByteArray body)
              :socket-timeout 30000
              :conn-timeout 30000
              :follow-redirects false
              :throw-exceptions false}))

(when-not (http/success? response)
  (let [{:keys [status headers body]} response]
    (throw (ex-info (str "HTTP " status " " (get headers "Location" body)) {}))))

(def answer (json/read-str (:body response) :key-fn keyword))
(println (get-in answer [:url]))
