// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... kotlin "-Dfile.encoding=UTF-8" qwq-32b-stream.main.kts

@file:DependsOn("com.squareup.okhttp3:okhttp-jvm:5.5.1")
@file:DependsOn("org.json:json:20260814")

import kotlin.time.Duration.Companion.seconds
import okhttp3.MediaType.Companion.toMediaType
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody
import org.json.JSONObject

val mkeaiApiKey = System.getenv("MKEAI_API_KEY") ?: error("MKEAI_API_KEY is not set")

val body = """
    {
      "model": "QwQ-32B",
      "messages": [{"role": "user", "content": "你好"}],
      "stream": true
    }
""".trimIndent()
val request = Request.Builder()
    .url("https://api.mkeai.com/v1/chat/completions")
    .addHeader("Authorization", "Bearer $mkeaiApiKey")
    .post(body.toByteArray().toRequestBody("application/json".toMediaType()))
    .build()

val client = OkHttpClient.Builder().readTimeout(120.seconds).build()
client.newCall(request).execute().use { response ->
    check(response.isSuccessful) { "HTTP ${response.code} ${response.body.string()}" }
    val lines = response.body.charStream().buffered()
    var rest = ""
    while (true) {
        val line = lines.readLine() ?: error("The stream ended unexpectedly. " + rest)
        if (!line.startsWith("data:")) {
            rest += line
            continue
        }
        rest = line
        val data = line.removePrefix("data:").removePrefix(" ")
        if (data == "[DONE]") break
        val event = JSONObject(data)
        System.err.print(event.optQuery("/choices/0/delta/reasoning_content") as? String ?: "")
        print(event.optQuery("/choices/0/delta/content") as? String ?: "")
    }
}
println()
