// Upload a photo
// Run: PHOTOS_TOKEN=... kotlin "-Dfile.encoding=UTF-8" upload.main.kts

@file:DependsOn("com.squareup.okhttp3:okhttp-jvm:5.5.1")
@file:DependsOn("org.json:json:20260814")

import java.io.File
import kotlin.time.Duration.Companion.seconds
import okhttp3.MediaType.Companion.toMediaType
import okhttp3.MultipartBody
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.asRequestBody
import org.json.JSONObject

val photosToken = System.getenv("PHOTOS_TOKEN") ?: error("PHOTOS_TOKEN is not set")

val body = MultipartBody.Builder()
    .setType(MultipartBody.FORM)
    .addFormDataPart("caption", "Sunset at the \"Blue Lagoon\"")
    .addFormDataPart("visibility", "friends")
    .addFormDataPart(
        "photo",
        "sunset.jpg",
        File("sunset.jpg").asRequestBody("image/jpeg".toMediaType())
    )
    .build()
val request = Request.Builder()
    .url("https://photos.example.org/albums/summer-2025/photos")
    .addHeader("Authorization", "Bearer $photosToken")
    .post(body)
    .build()

val client = OkHttpClient.Builder().readTimeout(30.seconds).build()
client.newCall(request).execute().use { response ->
    check(response.isSuccessful) { "HTTP ${response.code} ${response.body.string()}" }
    val answer = JSONObject(response.body.string())
    println(answer.query("/url"))
}
