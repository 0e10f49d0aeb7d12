// Upload a photo
// Run: PHOTOS_TOKEN=... kotlin "-Dfile.encoding=UTF-8" upload.main.kts

@file:DependsOn("org.json:json:20260814")

import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublisher
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.nio.file.Path
import java.time.Duration
import java.util.UUID
import org.json.JSONObject

val photosToken = System.getenv("PHOTOS_TOKEN") ?: error("PHOTOS_TOKEN is not set")

val boundary = UUID.randomUUID()

fun part(head: String, content: BodyPublisher) = BodyPublishers.concat(
    BodyPublishers.ofString("--$boundary\r\nContent-Disposition: form-data; $head\r\n\r\n"),
    content,
    BodyPublishers.ofString("\r\n")
)

val body = BodyPublishers.concat(
    part("name=\"caption\"", BodyPublishers.ofString("Sunset at the \"Blue Lagoon\"")),
    part("name=\"visibility\"", BodyPublishers.ofString("friends")),
    part(
        "name=\"photo\"; filename=\"sunset.jpg\"\r\nContent-Type: image/jpeg",
        BodyPublishers.ofFile(Path.of("sunset.jpg"))
    ),
    BodyPublishers.ofString("--$boundary--\r\n")
)
val request = HttpRequest.newBuilder()
    .uri(URI("https://photos.example.org/albums/summer-2025/photos"))
    .header("Authorization", "Bearer $photosToken")
    .header("Content-Type", "multipart/form-data; boundary=$boundary")
    .POST(body)
    .timeout(Duration.ofSeconds(30))
    .build()

val client = HttpClient.newHttpClient()
val response = client.send(request, BodyHandlers.ofString())
check(response.statusCode() < 300) {
    val text = response.body()
    "HTTP ${response.statusCode()} ${response.headers().firstValue("Location").orElse(text)}"
}
val answer = JSONObject(response.body())
println(answer.query("/url"))
