// Search a catalogue
// Run: kotlin "-Dfile.encoding=UTF-8" search.main.kts

@file:DependsOn("com.squareup.okhttp3:okhttp-jvm:5.5.1")
@file:DependsOn("org.json:json:20260814")

import kotlin.time.Duration.Companion.seconds
import okhttp3.HttpUrl.Companion.toHttpUrl
import okhttp3.OkHttpClient
import okhttp3.Request
import org.json.JSONObject

val url = "https://api.example.com/v1/catalogues/books/items".toHttpUrl().newBuilder()
    .addQueryParameter("q", "café & crème")
    .addQueryParameter("tag", "cooking")
    .addQueryParameter("tag", "french")
    .addQueryParameter("limit", "10")
    .build()
val request = Request.Builder()
    .url(url)
    .addHeader("X-Request-Id", "docs-0001")
    .build()

val client = OkHttpClient.Builder().readTimeout(30.seconds).build()
client.newCall(request).execute().use { response ->
    check(response.isSuccessful) { "HTTP ${response.code} ${response.body.string()}" }
    val answer = JSONObject(response.body.string())
    println(answer.query("/items/0/title"))
}
