// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... scala "-Dfile.encoding=UTF-8" qwq-32b-stream.sc

//> using dep com.lihaoyi::upickle:4.4.3

import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.util.concurrent.TimeUnit
import scala.concurrent.Await
import scala.concurrent.ExecutionContext.Implicits.global
import scala.concurrent.Future
import scala.concurrent.duration.*
import scala.jdk.CollectionConverters.*
import scala.util.Try

val body = ujson.Obj(
  "model" -> "QwQ-32B",
  "messages" -> ujson.Arr(ujson.Obj("role" -> "user", "content" -> "你好")),
  "stream" -> true
)
val request = HttpRequest
  .newBuilder()
  .uri(URI.create("https://api.mkeai.com/v1/chat/completions"))
  .header("Authorization", s"Bearer ${sys.env("MKEAI_API_KEY")}")
  .header("Content-Type", "application/json")
  .POST(BodyPublishers.ofString(ujson.write(body)))
  .build()
val client = HttpClient.newHttpClient()
val response = client
  .sendAsync(request, BodyHandlers.ofLines())
  .get(120, TimeUnit.SECONDS)
if response.statusCode >= 300 then
  val text = response.body.iterator.asScala.mkString("\n")
  val reason = response.headers.firstValue("Location").orElse(text)
  sys.error(s"HTTP ${response.statusCode} $reason")
val lines = response.body.iterator.asScala

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
    Try(
      event("choices")(0)("delta")("reasoning_content").str
    ).foreach(Console.err.print)
    Try(event("choices")(0)("delta")("content").str).foreach(print)
  }
println()
