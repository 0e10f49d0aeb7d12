// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... scala "-Dfile.encoding=UTF-8" qwq-32b.sc

//> using dep com.lihaoyi::upickle:4.4.3

import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration

val body = ujson.Obj(
  "model" -> "QwQ-32B",
  "messages" -> ujson.Arr(ujson.Obj("role" -> "user", "content" -> "你好")),
  "stream" -> false
)
val request = HttpRequest
  .newBuilder()
  .uri(URI.create("https://api.mkeai.com/v1/chat/completions"))
  .header("Authorization", s"Bearer ${sys.env("MKEAI_API_KEY")}")
  .header("Content-Type", "application/json")
  .POST(BodyPublishers.ofString(ujson.write(body)))
  .timeout(Duration.ofSeconds(120))
  .build()
val client = HttpClient.newHttpClient()
val response = client.send(request, BodyHandlers.ofString())
if response.statusCode >= 300 then
  val text = response.body
  val reason = response.headers.firstValue("Location").orElse(text)
  sys.error(s"HTTP ${response.statusCode} $reason")
val answer = ujson.read(response.body)
println(answer("choices")(0)("message")("content").str)
