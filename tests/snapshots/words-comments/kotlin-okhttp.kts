// */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
// Run: kotlin "-Dfile.encoding=UTF-8" words-comments.main.kts

@file:DependsOn("com.squareup.okhttp3:okhttp-jvm:5.5.1")
@file:DependsOn("org.json:json:20260814")

import kotlin.time.Duration.Companion.seconds
import okhttp3.MediaType.Companion.toMediaType
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody
import org.json.JSONObject

val body = """{"a": 1}"""
val request = Request.Builder()
    .url("https://api.example.com/notes")
    .post(body.toByteArray().toRequestBody("application/json".toMediaType()))
    .build()

val client = OkHttpClient.Builder().readTimeout(30.seconds).build()
client.newCall(request).execute().use { response ->
    check(response.isSuccessful) { "HTTP ${response.code} ${response.body.string()}" }
    val answer = JSONObject(response.body.string())
    println(answer.query("/ok"))
}
