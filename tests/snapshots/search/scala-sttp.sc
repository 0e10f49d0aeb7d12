// Search a catalogue
// Run: scala "-Dfile.encoding=UTF-8" search.sc

//> using dep com.softwaremill.sttp.client4::core:4.0.25
//> using dep com.lihaoyi::upickle:4.4.3

import scala.concurrent.duration.*
import sttp.client4.quick.*

val url = uri"https://api.example.com/v1/catalogues/books/items".addParams(
  "q" -> "café & crème",
  "tag" -> "cooking",
  "tag" -> "french",
  "limit" -> "10"
)
val response = quickRequest
  .get(url)
  .header("X-Request-Id", "docs-0001")
  .readTimeout(30.seconds)
  .send()
if !response.isSuccess then sys.error(response.show())
val answer = ujson.read(response.body)
println(answer("items")(0)("title").str)
