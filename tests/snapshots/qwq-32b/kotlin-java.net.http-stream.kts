// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... kotlin "-Dfile.encoding=UTF-8" qwq-32b-stream.main.kts

@file:DependsOn("org.json:json:20260814")

import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.util.concurrent.Callable
import java.util.concurrent.ForkJoinPool
import java.util.concurrent.TimeUnit
import org.json.JSONObject

val mkeaiApiKey = System.getenv("MKEAI_API_KEY") ?: error("MKEAI_API_KEY is not set")

val body = """
    {
      "model": "QwQ-32B",
      "messages": [{"role": "user", "content": "你好"}],
      "stream": true
    }
""".trimIndent()
val request = HttpRequest.newBuilder()
    .uri(URI("https://api.mkeai.com/v1/chat/completions"))
    .header("Authorization", "Bearer $mkeaiApiKey")
    .header("Content-Type", "application/json")
    .POST(BodyPublishers.ofString(body))
    .build()

val client = HttpClient.newHttpClient()
val response =
    client.sendAsync(request, BodyHandlers.ofLines()).get(120, TimeUnit.SECONDS)
check(response.statusCode() < 300) {
    val text = response.body().toList().joinToString("\n")
    "HTTP ${response.statusCode()} ${response.headers().firstValue("Location").orElse(text)}"
}
val lines = response.body().iterator()

fun nextLine(): String? = ForkJoinPool.commonPool()
    .submit(Callable { if (lines.hasNext()) lines.next() else null })
    .get(120, TimeUnit.SECONDS)

var rest = ""
while (true) {
    val line = nextLine() ?: error("The stream ended unexpectedly. " + rest)
    if (!line.startsWith("data:")) {
        rest += line
        continue
    }
    rest = line
    val data = line.removePrefix("data:").removePrefix(" ")
    if (data == "[DONE]") break
    val event = JSONObject(data)
    System.err.print(event.optQuery("/choices/0/delta/reasoning_content") as? String ?: "")
    print(event.optQuery("/choices/0/delta/content") as? String ?: "")
}
println()
