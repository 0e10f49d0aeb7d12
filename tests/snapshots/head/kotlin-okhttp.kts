// Look at a download before fetching it
// Run: kotlin "-Dfile.encoding=UTF-8" head.main.kts

@file:DependsOn("com.squareup.okhttp3:okhttp-jvm:5.5.1")

import kotlin.time.Duration.Companion.seconds
import okhttp3.OkHttpClient
import okhttp3.Request

val request = Request.Builder()
    .url("https://downloads.example.net/releases/2.10/engine.tar.gz")
    .addHeader("Accept", "application/gzip")
    .head()
    .build()

val client = OkHttpClient.Builder().readTimeout(30.seconds).build()
client.newCall(request).execute().use { response ->
    check(response.isSuccessful) { "HTTP ${response.code} ${response.body.string()}" }
    for ((name, value) in response.headers) {
        println("$name: $value")
    }
}
