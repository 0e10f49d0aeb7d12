;; """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
;; Run: clojure "-J-Dfile.encoding=UTF-8" -Sdeps '{:deps {org.clojure/data.json {:mvn/version "2.5.1"}}}' -M words-quotes.clj

(require '[clojure.data.json :as json])
(import '(java.net URI)
        '(java.net.http HttpClient HttpRequest HttpResponse$BodyHandlers)
        '(java.util.concurrent TimeUnit))

(def request (.build (HttpRequest/newBuilder (URI/create "https://api.example.com/notes"))))
(def response
  (-> (HttpClient/newHttpClient)
      (.sendAsync request (HttpResponse$BodyHandlers/ofString))
      (.get 30 TimeUnit/SECONDS)))

(when (>= (.statusCode response) 300)
  (let [location (.firstValue (.headers response) "Location")
        reason (.orElse location (.body response))]
    (throw (ex-info (str "HTTP " (.statusCode response) " " reason) {}))))

(def answer (json/read-str (.body response) :key-fn keyword :bigdec true))
(println (json/write-str (get-in answer [:ok]) :key-fn (comp str symbol)))
