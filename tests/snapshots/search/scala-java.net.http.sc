// Search a catalogue
// Run: scala "-Dfile.encoding=UTF-8" search.sc

//> using dep com.lihaoyi::upickle:4.4.3

import java.net.URI
import java.net.URLEncoder
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration

def encode(text: String) =
  URLEncoder.encode(text, "UTF-8").replace("+", "%20")

def encodeAll(pairs: (String, String)*) =
  pairs.map((name, value) => encode(name) + "=" + encode(value)).mkString("&")

val query = encodeAll(
  "q" -> "café & crème",
  "tag" -> "cooking",
  "tag" -> "french",
  "limit" -> "10"
)
val request = HttpRequest
  .newBuilder()
  .uri(URI.create("https://api.example.com/v1/catalogues/books/items?" + query))
  .header("X-Request-Id", "docs-0001")
  .timeout(Duration.ofSeconds(30))
  .build()
val client = HttpClient.newHttpClient()
val response = client.send(request, BodyHandlers.ofString())
if response.statusCode >= 300 then
  val text = response.body
  val reason = response.headers.firstValue("Location").orElse(text)
  sys.error(s"HTTP ${response.statusCode} $reason")
val answer = ujson.read(response.body)
println(answer("items")(0)("title").str)
