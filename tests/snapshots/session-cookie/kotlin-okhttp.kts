// Read a cart with a session cookie
// Run: SHOP_SESSION=... SHOP_DEVICE=... kotlin "-Dfile.encoding=UTF-8" session-cookie.main.kts

@file:DependsOn("com.squareup.okhttp3:okhttp-jvm:5.5.1")
@file:DependsOn("org.json:json:20260814")

import kotlin.time.Duration.Companion.seconds
import okhttp3.HttpUrl.Companion.toHttpUrl
import okhttp3.OkHttpClient
import okhttp3.Request
import org.json.JSONObject

val shopSession = System.getenv("SHOP_SESSION") ?: error("SHOP_SESSION is not set")
val shopDevice = System.getenv("SHOP_DEVICE") ?: error("SHOP_DEVICE is not set")

val url = "https://shop.example.com/cart".toHttpUrl().newBuilder()
    .addQueryParameter("currency", "EUR")
    .build()
val request = Request.Builder()
    .url(url)
    .addHeader("Cookie", "session=$shopSession; device=$shopDevice; prefs=currency=EUR+tax/incl==")
    .build()

val client = OkHttpClient.Builder().readTimeout(30.seconds).followRedirects(false).build()
client.newCall(request).execute().use { response ->
    check(response.isSuccessful) {
        "HTTP ${response.code} ${response.header("Location") ?: response.body.string()}"
    }
    val answer = JSONObject(response.body.string())
    println(answer.query("/items/0/sku"))
}
