// Replace an avatar
// Run: FILES_API_KEY=... kotlin "-Dfile.encoding=UTF-8" put-binary.main.kts

@file:DependsOn("com.squareup.okhttp3:okhttp-jvm:5.5.1")
@file:DependsOn("org.json:json:20260814")

import java.io.File
import kotlin.time.Duration.Companion.seconds
import okhttp3.MediaType.Companion.toMediaType
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.asRequestBody
import org.json.JSONObject

val filesApiKey = System.getenv("FILES_API_KEY") ?: error("FILES_API_KEY is not set")

val request = Request.Builder()
    .url("https://files.example.org/avatars/ada")
    .addHeader("X-Api-Key", filesApiKey)
    .put(File("avatar.png").asRequestBody("image/png".toMediaType()))
    .build()

val client = OkHttpClient.Builder().readTimeout(30.seconds).followRedirects(false).build()
client.newCall(request).execute().use { response ->
    check(response.isSuccessful) {
        "HTTP ${response.code} ${response.header("Location") ?: response.body.string()}"
    }
    val answer = JSONObject(response.body.string())
    println(answer.query("/bytes"))
}
