// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... kotlin "-Dfile.encoding=UTF-8" qwq-32b.main.kts

@file:DependsOn("io.ktor:ktor-client-okhttp-jvm:3.6.1")
@file:DependsOn("org.slf4j:slf4j-nop:2.0.18")
@file:DependsOn("org.json:json:20260814")

import io.ktor.client.HttpClient
import io.ktor.client.plugins.HttpTimeout
import io.ktor.client.request.bearerAuth
import io.ktor.client.request.header
import io.ktor.client.request.post
import io.ktor.client.request.setBody
import io.ktor.client.statement.bodyAsText
import io.ktor.http.isSuccess
import kotlinx.coroutines.runBlocking
import org.json.JSONObject

val mkeaiApiKey = System.getenv("MKEAI_API_KEY") ?: error("MKEAI_API_KEY is not set")

val content = """
    {
      "model": "QwQ-32B",
      "messages": [{"role": "user", "content": "你好"}],
      "stream": false
    }
""".trimIndent()
val client = HttpClient {
    install(HttpTimeout) { requestTimeoutMillis = 120_000 }
}
client.use {
    runBlocking {
        val response = client.post("https://api.mkeai.com/v1/chat/completions") {
            bearerAuth(mkeaiApiKey)
            header("Content-Type", "application/json")
            setBody(content)
        }
        check(response.status.isSuccess()) {
            "HTTP ${response.status} ${response.headers["Location"] ?: response.bodyAsText()}"
        }
        val answer = JSONObject(response.bodyAsText())
        println(answer.query("/choices/0/message/content"))
    }
}
