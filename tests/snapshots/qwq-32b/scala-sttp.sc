// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... scala "-Dfile.encoding=UTF-8" qwq-32b.sc

//> using dep com.softwaremill.sttp.client4::core:4.0.25
//> using dep com.lihaoyi::upickle:4.4.3

import scala.concurrent.duration.*
import sttp.client4.quick.*

val body = ujson.Obj(
  "model" -> "QwQ-32B",
  "messages" -> ujson.Arr(ujson.Obj("role" -> "user", "content" -> "你好")),
  "stream" -> false
)
val response = quickRequest
  .post(uri"https://api.mkeai.com/v1/chat/completions")
  .auth
  .bearer(sys.env("MKEAI_API_KEY"))
  .contentType("application/json")
  .body(ujson.write(body))
  .readTimeout(120.seconds)
  .followRedirects(false)
  .send()
if !response.isSuccess then sys.error(response.show())
val answer = ujson.read(response.body)
println(answer("choices")(0)("message")("content").str)
