// Ask a GraphQL API
// Run: CODE_TOKEN=... kotlin "-Dfile.encoding=UTF-8" graphql.main.kts

@file:DependsOn("com.squareup.okhttp3:okhttp-jvm:5.5.1")
@file:DependsOn("org.json:json:20260814")

import kotlin.time.Duration.Companion.seconds
import okhttp3.MediaType.Companion.toMediaType
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody
import org.json.JSONObject

val codeToken = System.getenv("CODE_TOKEN") ?: error("CODE_TOKEN is not set")

val body = $$"""
    {
      "query": "query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {\n  repository(owner: $owner, name: $name) {\n    issues(first: $count, states: [OPEN]) {\n      nodes { number title }\n    }\n  }\n}\n",
      "variables": {"owner": "ada", "name": "engine", "count": 2}
    }
""".trimIndent()
val request = Request.Builder()
    .url("https://code.example.com/graphql")
    .addHeader("Authorization", "Bearer $codeToken")
    .post(body.toByteArray().toRequestBody("application/json".toMediaType()))
    .build()

val client = OkHttpClient.Builder().readTimeout(30.seconds).build()
client.newCall(request).execute().use { response ->
    check(response.isSuccessful) { "HTTP ${response.code} ${response.body.string()}" }
    val answer = JSONObject(response.body.string())
    println(answer.query("/data/repository/issues/nodes"))
}
