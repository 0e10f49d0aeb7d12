;; Read a cart with a session cookie
;; Run: SHOP_SESSION=... SHOP_DEVICE=... clojure "-J-Dfile.encoding=UTF-8" -Sdeps '{:deps {org.clojure/data.json {:mvn/version "2.5.1"}}}' -M session-cookie.clj

(require '[clojure.data.json :as json]
         '[clojure.string :as str])
(import '(java.net URI URLEncoder)
        '(java.net.http HttpClient HttpRequest HttpResponse$BodyHandlers)
        '(java.util.concurrent TimeUnit))

(assert (System/getenv "SHOP_SESSION") "SHOP_SESSION is not set")
(assert (System/getenv "SHOP_DEVICE") "SHOP_DEVICE is not set")

(defn encode [pairs]
  (str/join "&" (for [pair pairs]
                  (str/join "=" (map #(URLEncoder/encode % "UTF-8") pair)))))

(def query (encode [["currency" "EUR"]]))
(def request
  (-> (HttpRequest/newBuilder (URI/create (str "https://shop.example.com/cart?" query)))
      (.header "Cookie"
               (str "session="
                    (System/getenv "SHOP_SESSION")
                    "; device="
                    (System/getenv "SHOP_DEVICE")
                    "; prefs=currency=EUR+tax/incl=="))
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
(println (get-in answer [:items 0 :sku]))
