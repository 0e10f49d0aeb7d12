;; Search a catalogue
;; Run: clojure "-J-Dfile.encoding=UTF-8" -Sdeps '{:deps {org.clojure/data.json {:mvn/version "2.5.1"}}}' -M search.clj

(require '[clojure.data.json :as json]
         '[clojure.string :as str])
(import '(java.net URI URLEncoder)
        '(java.net.http HttpClient HttpRequest HttpResponse$BodyHandlers)
        '(java.util.concurrent TimeUnit))

(defn encode [pairs]
  (str/join "&" (for [pair pairs]
                  (str/join "=" (map #(URLEncoder/encode % "UTF-8") pair)))))

(def query (encode [["q" "café & crème"] ["tag" "cooking"] ["tag" "french"] ["limit" "10"]]))
(def request
  (-> (HttpRequest/newBuilder (URI/create (str "https://api.example.com/v1/catalogues/books/items?"
                                               query)))
      (.header "X-Request-Id" "docs-0001")
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
(println (get-in answer [:items 0 :title]))
