;; Delete a user's key
;; Run: ADMIN_USER=... ADMIN_PASSWORD=... clojure "-J-Dfile.encoding=UTF-8" -Sdeps '{:deps {org.clojure/data.json {:mvn/version "2.5.1"}}}' -M delete-basic.clj

(import '(java.net URI)
        '(java.net.http HttpClient HttpRequest HttpResponse$BodyHandlers)
        '(java.util Base64)
        '(java.util.concurrent TimeUnit))

(assert (System/getenv "ADMIN_USER") "ADMIN_USER is not set")
(assert (System/getenv "ADMIN_PASSWORD") "ADMIN_PASSWORD is not set")

(def request
  (-> (HttpRequest/newBuilder (URI/create "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29"))
      (.header "Authorization"
               (str "Basic " (.encodeToString (Base64/getEncoder)
                                              (.getBytes (str (System/getenv "ADMIN_USER")
                                                              ":"
                                                              (System/getenv "ADMIN_PASSWORD"))
                                                         "UTF-8"))))
      .DELETE
      .build))
(def response
  (-> (HttpClient/newHttpClient)
      (.sendAsync request (HttpResponse$BodyHandlers/ofString))
      (.get 30 TimeUnit/SECONDS)))

(when (>= (.statusCode response) 300)
  (let [location (.firstValue (.headers response) "Location")
        reason (.orElse location (.body response))]
    (throw (ex-info (str "HTTP " (.statusCode response) " " reason) {}))))

(println (.body response))
