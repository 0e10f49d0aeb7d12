// Ask a private model, with a user name that is no secret
// Run: MODEL_PASSWORD=... scala "-Dfile.encoding=UTF-8" digest-json.sc

//> using dep com.softwaremill.sttp.client4::core:4.0.25
//> using dep com.lihaoyi::upickle:4.4.3

import scala.concurrent.duration.*
import sttp.client4.quick.*
import sttp.client4.wrappers.DigestAuthenticationBackend

val body = ujson.Obj("prompt" -> "Say “hello”")
val response = quickRequest
  .post(uri"https://model.example.com/v1/chat")
  .auth
  .digest("admin", sys.env("MODEL_PASSWORD"))
  .contentType("application/json")
  .body(ujson.write(body))
  .readTimeout(30.seconds)
  .followRedirects(false)
  .send(DigestAuthenticationBackend(backend))
if !response.isSuccess then sys.error(response.show())
val answer = ujson.read(response.body)
println(answer("text").str)
