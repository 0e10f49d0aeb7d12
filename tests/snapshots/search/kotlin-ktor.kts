// Search a catalogue
// Run: kotlin "-Dfile.encoding=UTF-8" search.main.kts

@file:DependsOn("io.ktor:ktor-client-okhttp-jvm:3.6.1")
@file:DependsOn("org.slf4j:slf4j-nop:2.0.18")
@file:DependsOn("org.json:json:20260814")

import io.ktor.client.HttpClient
import io.ktor.client.plugins.HttpTimeout
import io.ktor.client.request.get
import io.ktor.client.request.header
import io.ktor.client.request.parameter
import io.ktor.client.statement.bodyAsText
import io.ktor.http.isSuccess
import kotlinx.coroutines.runBlocking
import org.json.JSONObject

val client = HttpClient {
    install(HttpTimeout) { requestTimeoutMillis = 30_000 }
}
client.use {
    runBlocking {
        val response = client.get("https://api.example.com/v1/catalogues/books/items") {
            parameter("q", "café & crème")
            parameter("tag", "cooking")
            parameter("tag", "french")
            parameter("limit", "10")
            header("X-Request-Id", "docs-0001")
        }
        check(response.status.isSuccess()) { "HTTP ${response.status} ${response.bodyAsText()}" }
        val answer = JSONObject(response.bodyAsText())
        println(answer.query("/items/0/title"))
    }
}
