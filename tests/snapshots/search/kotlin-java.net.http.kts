// Search a catalogue
// Run: kotlin "-Dfile.encoding=UTF-8" search.main.kts

@file:DependsOn("org.json:json:20260814")

import java.net.URI
import java.net.URLEncoder
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration
import org.json.JSONObject

fun encode(pairs: List<Pair<String, String>>) = pairs.joinToString("&") { (name, value) ->
    URLEncoder.encode(name, Charsets.UTF_8) + "=" + URLEncoder.encode(value, Charsets.UTF_8)
}

val query = encode(
    listOf("q" to "café & crème", "tag" to "cooking", "tag" to "french", "limit" to "10")
)
val request = HttpRequest.newBuilder()
    .uri(URI("https://api.example.com/v1/catalogues/books/items?" + query))
    .header("X-Request-Id", "docs-0001")
    .timeout(Duration.ofSeconds(30))
    .build()

val client = HttpClient.newHttpClient()
val response = client.send(request, BodyHandlers.ofString())
check(response.statusCode() < 300) {
    val text = response.body()
    "HTTP ${response.statusCode()} ${response.headers().firstValue("Location").orElse(text)}"
}
val answer = JSONObject(response.body())
println(answer.query("/items/0/title"))
