// Upload a photo
// Run: PHOTOS_TOKEN=... kotlin "-Dfile.encoding=UTF-8" upload.main.kts

@file:DependsOn("io.ktor:ktor-client-okhttp-jvm:3.6.1")
@file:DependsOn("org.slf4j:slf4j-nop:2.0.18")
@file:DependsOn("org.json:json:20260814")

import io.ktor.client.HttpClient
import io.ktor.client.plugins.HttpTimeout
import io.ktor.client.request.bearerAuth
import io.ktor.client.request.forms.MultiPartFormDataContent
import io.ktor.client.request.forms.formData
import io.ktor.client.request.post
import io.ktor.client.request.setBody
import io.ktor.client.statement.bodyAsText
import io.ktor.http.headers
import io.ktor.http.isSuccess
import java.io.File
import kotlinx.coroutines.runBlocking
import org.json.JSONObject

val photosToken = System.getenv("PHOTOS_TOKEN") ?: error("PHOTOS_TOKEN is not set")

val form = formData {
    append("caption", "Sunset at the \"Blue Lagoon\"")
    append("visibility", "friends")
    append(
        "photo",
        File("sunset.jpg").readBytes(),
        headers {
            append("Content-Type", "image/jpeg")
            append("Content-Disposition", "filename=\"sunset.jpg\"")
        }
    )
}
val client = HttpClient {
    install(HttpTimeout) { requestTimeoutMillis = 30_000 }
}
client.use {
    runBlocking {
        val response = client.post("https://photos.example.org/albums/summer-2025/photos") {
            bearerAuth(photosToken)
            setBody(MultiPartFormDataContent(form))
        }
        check(response.status.isSuccess()) {
            "HTTP ${response.status} ${response.headers["Location"] ?: response.bodyAsText()}"
        }
        val answer = JSONObject(response.bodyAsText())
        println(answer.query("/url"))
    }
}
