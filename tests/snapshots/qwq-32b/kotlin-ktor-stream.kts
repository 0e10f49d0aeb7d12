// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... kotlin "-Dfile.encoding=UTF-8" qwq-32b-stream.main.kts

@file:DependsOn("io.ktor:ktor-client-okhttp-jvm:3.6.1")
@file:DependsOn("org.slf4j:slf4j-nop:2.0.18")
@file:DependsOn("org.json:json:20260814")

import io.ktor.client.HttpClient
import io.ktor.client.plugins.HttpTimeout
import io.ktor.client.plugins.HttpTimeoutConfig.Companion.INFINITE_TIMEOUT_MS
import io.ktor.client.request.bearerAuth
import io.ktor.client.request.header
import io.ktor.client.request.preparePost
import io.ktor.client.request.setBody
import io.ktor.client.statement.HttpResponse
import io.ktor.client.statement.bodyAsChannel
import io.ktor.client.statement.bodyAsText
import io.ktor.http.isSuccess
import io.ktor.utils.io.readLine
import kotlinx.coroutines.runBlocking
import org.json.JSONObject

val mkeaiApiKey = System.getenv("MKEAI_API_KEY") ?: error("MKEAI_API_KEY is not set")

val content = """
    {
      "model": "QwQ-32B",
      "messages": [{"role": "user", "content": "你好"}],
      "stream": true
    }
""".trimIndent()
val client = HttpClient {
    install(HttpTimeout) {
        requestTimeoutMillis = INFINITE_TIMEOUT_MS
        socketTimeoutMillis = 120_000
    }
}

suspend fun read(response: HttpResponse) {
    check(response.status.isSuccess()) {
        "HTTP ${response.status} ${response.headers["Location"] ?: response.bodyAsText()}"
    }
    val lines = response.bodyAsChannel()
    var rest = ""
    while (true) {
        val line = lines.readLine() ?: error("The stream ended unexpectedly. " + rest)
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
}

client.use {
    runBlocking {
        client.preparePost("https://api.mkeai.com/v1/chat/completions") {
            bearerAuth(mkeaiApiKey)
            header("Content-Type", "application/json")
            setBody(content)
        }.execute(::read)
    }
}
println()
