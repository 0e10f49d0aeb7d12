;; Ask a GraphQL API
;; Run: CODE_TOKEN=... clojure "-J-Dfile.encoding=UTF-8" -Sdeps '{:deps {org.clojure/data.json {:mvn/version "2.5.1"}}}' -M graphql.clj

(require '[clojure.data.json :as json])
(import '(java.net URI)
        '(java.net.http HttpClient HttpRequest HttpRequest$BodyPublishers HttpResponse$BodyHandlers)
        '(java.util.concurrent TimeUnit))

(assert (System/getenv "CODE_TOKEN") "CODE_TOKEN is not set")

(def body
  {:query "query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {
  repository(owner: $owner, name: $name) {
    issues(first: $count, states: [OPEN]) {
      nodes { number title }
    }
  }
}
"
   :variables {:owner "ada"
               :name "engine"
               :count 2}})
(def request
  (-> (HttpRequest/newBuilder (URI/create "https://code.example.com/graphql"))
      (.header "Authorization" (str "Bearer " (System/getenv "CODE_TOKEN")))
      (.header "Content-Type" "application/json")
      (.POST (HttpRequest$BodyPublishers/ofString (json/write-str body)))
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
(println (json/write-str (get-in answer [:data :repository :issues :nodes]) :key-fn (comp str symbol)))
