// Delete a user's key
// Run: ADMIN_USER=... ADMIN_PASSWORD=... kotlin "-Dfile.encoding=UTF-8" delete-basic.main.kts

@file:DependsOn("com.squareup.okhttp3:okhttp-jvm:5.5.1")

import kotlin.time.Duration.Companion.seconds
import okhttp3.Credentials
import okhttp3.OkHttpClient
import okhttp3.Request

val adminUser = System.getenv("ADMIN_USER") ?: error("ADMIN_USER is not set")
val adminPassword = System.getenv("ADMIN_PASSWORD") ?: error("ADMIN_PASSWORD is not set")

val request = Request.Builder()
    .url("https://api.example.net/v2/users/1042/keys/laptop%20%28old%29")
    .addHeader("Authorization", Credentials.basic(adminUser, adminPassword, Charsets.UTF_8))
    .delete()
    .build()

val client = OkHttpClient.Builder().readTimeout(30.seconds).followRedirects(false).build()
client.newCall(request).execute().use { response ->
    check(response.isSuccessful) {
        "HTTP ${response.code} ${response.header("Location") ?: response.body.string()}"
    }
    println(response.body.string())
}
