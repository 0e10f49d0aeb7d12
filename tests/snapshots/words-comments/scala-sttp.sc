// */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
// Run: scala "-Dfile.encoding=UTF-8" words-comments.sc

//> using dep com.softwaremill.sttp.client4::core:4.0.25
//> using dep com.lihaoyi::upickle:4.4.3

import scala.concurrent.duration.*
import sttp.client4.quick.*

val body = ujson.Obj("a" -> 1)
val response = quickRequest
  .post(uri"https://api.example.com/notes")
  .contentType("application/json")
  .body(ujson.write(body))
  .readTimeout(30.seconds)
  .send()
if !response.isSuccess then sys.error(response.show())
val answer = ujson.read(response.body)
println(answer("ok"))
