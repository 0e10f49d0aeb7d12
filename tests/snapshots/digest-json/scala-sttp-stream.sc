// Ask a private model, with a user name that is no secret
// Run: MODEL_PASSWORD=... scala "-Dfile.encoding=UTF-8" digest-json-stream.sc

//> using dep com.softwaremill.sttp.client4::core:4.0.25
//> using dep com.lihaoyi::upickle:4.4.3

import scala.concurrent.Await
import scala.concurrent.ExecutionContext.Implicits.global
import scala.concurrent.Future
import scala.concurrent.duration.*
import scala.io.Source
import scala.util.Try
import sttp.client4.quick.*
import sttp.client4.wrappers.DigestAuthenticationBackend

val body = ujson.Obj("prompt" -> "Say “hello”", "stream" -> true)
val response = quickRequest
  .post(uri"https://model.example.com/v1/chat")
  .auth
  .digest("admin", sys.env("MODEL_PASSWORD"))
  .contentType("application/json")
  .body(ujson.write(body))
  .readTimeout(120.seconds)
  .followRedirects(false)
  .response(asInputStreamAlwaysUnsafe)
  .send(DigestAuthenticationBackend(backend))
if !response.isSuccess then
  val text = Source.fromInputStream(response.body, "UTF-8").mkString
  sys.error(response.show(includeBody = false) + text)
val lines = Source.fromInputStream(response.body, "UTF-8").getLines()

def nextLine() =
  Await.result(Future(lines.nextOption()), 120.seconds)

var rest = ""
Iterator
  .continually(
    nextLine().getOrElse(sys.error("The stream ended unexpectedly. " + rest))
  )
  .tapEach { line =>
    rest = if line.startsWith("data:") then line else rest + line
  }
  .filter(_.startsWith("data:"))
  .map(_.stripPrefix("data:").stripPrefix(" "))
  .takeWhile(_ != "[DONE]")
  .foreach { data =>
    val event = ujson.read(data)
    Try(event("text").str).foreach(print)
  }
println()
