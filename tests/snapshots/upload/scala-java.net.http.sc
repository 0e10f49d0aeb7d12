// Upload a photo
// Run: PHOTOS_TOKEN=... scala "-Dfile.encoding=UTF-8" upload.sc

//> using dep com.lihaoyi::upickle:4.4.3

import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublisher
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.nio.file.Path
import java.time.Duration
import java.util.UUID

val boundary = UUID.randomUUID()

def part(head: String, content: BodyPublisher) =
  BodyPublishers.concat(
    BodyPublishers.ofString(
      s"--$boundary\r\nContent-Disposition: form-data; $head\r\n\r\n"
    ),
    content,
    BodyPublishers.ofString("\r\n")
  )

val body = BodyPublishers.concat(
  part(
    "name=\"caption\"",
    BodyPublishers.ofString("Sunset at the \"Blue Lagoon\"")
  ),
  part("name=\"visibility\"", BodyPublishers.ofString("friends")),
  part(
    "name=\"photo\"; filename=\"sunset.jpg\"\r\nContent-Type: image/jpeg",
    BodyPublishers.ofFile(Path.of("sunset.jpg"))
  ),
  BodyPublishers.ofString(s"--$boundary--\r\n")
)
val request = HttpRequest
  .newBuilder()
  .uri(URI.create("https://photos.example.org/albums/summer-2025/photos"))
  .header("Authorization", s"Bearer ${sys.env("PHOTOS_TOKEN")}")
  .header("Content-Type", s"multipart/form-data; boundary=$boundary")
  .POST(body)
  .timeout(Duration.ofSeconds(30))
  .build()
val client = HttpClient.newHttpClient()
val response = client.send(request, BodyHandlers.ofString())
if response.statusCode >= 300 then
  val text = response.body
  val reason = response.headers.firstValue("Location").orElse(text)
  sys.error(s"HTTP ${response.statusCode} $reason")
val answer = ujson.read(response.body)
println(answer("url").str)
