// Log in with a form
// Run: ACCOUNT_PASSWORD=... kotlin "-Dfile.encoding=UTF-8" login-form.main.kts

@file:DependsOn("com.squareup.okhttp3:okhttp-jvm:5.5.1")
@file:DependsOn("org.json:json:20260814")

import kotlin.time.Duration.Companion.seconds
import okhttp3.FormBody
import okhttp3.OkHttpClient
import okhttp3.Request
import org.json.JSONObject

val accountPassword = System.getenv("ACCOUNT_PASSWORD") ?: error("ACCOUNT_PASSWORD is not set")

val body = FormBody.Builder()
    .add("username", "ada@example.com")
    .add("password", accountPassword)
    .add("scope", "profile")
    .add("scope", "orders")
    .add("device", "")
    .build()
val request = Request.Builder()
    .url("https://accounts.example.com/login")
    .post(body)
    .build()

val client = OkHttpClient.Builder().readTimeout(30.seconds).followRedirects(false).build()
client.newCall(request).execute().use { response ->
    check(response.isSuccessful) {
        "HTTP ${response.code} ${response.header("Location") ?: response.body.string()}"
    }
    val answer = JSONObject(response.body.string())
    println(answer.query("/session/id"))
}
