// """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
// Run: kotlin "-Dfile.encoding=UTF-8" words-quotes.main.kts

@file:DependsOn("com.squareup.okhttp3:okhttp-jvm:5.5.1")
@file:DependsOn("org.json:json:20260814")

import kotlin.time.Duration.Companion.seconds
import okhttp3.OkHttpClient
import okhttp3.Request
import org.json.JSONObject

val request = Request.Builder().url("https://api.example.com/notes").build()

val client = OkHttpClient.Builder().readTimeout(30.seconds).build()
client.newCall(request).execute().use { response ->
    check(response.isSuccessful) { "HTTP ${response.code} ${response.body.string()}" }
    val answer = JSONObject(response.body.string())
    println(answer.query("/ok"))
}
