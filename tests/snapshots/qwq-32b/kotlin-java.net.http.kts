// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... kotlin "-Dfile.encoding=UTF-8" qwq-32b.main.kts

@file:DependsOn("org.json:json:20260814")

import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration
import org.json.JSONObject

val mkeaiApiKey = System.getenv("MKEAI_API_KEY") ?: error("MKEAI_API_KEY is not set")

val body = """
    {
      "model": "QwQ-32B",
      "messages": [{"role": "user", "content": "你好"}],
      "stream": false
    }
""".trimIndent()
val request = HttpRequest.newBuilder()
    .uri(URI("https://api.mkeai.com/v1/chat/completions"))
    .header("Authorization", "Bearer $mkeaiApiKey")
    .header("Content-Type", "application/json")
    .POST(BodyPublishers.ofString(body))
    .timeout(Duration.ofSeconds(120))
    .build()

val client = HttpClient.newHttpClient()
val response = client.send(request, BodyHandlers.ofString())
check(response.statusCode() < 300) {
    val text = response.body()
    "HTTP ${response.statusCode()} ${response.headers().firstValue("Location").orElse(text)}"
}
val answer = JSONObject(response.body())
println(answer.query("/choices/0/message/content"))
