// Upload a photo
// Run: PHOTOS_TOKEN=... scala "-Dfile.encoding=UTF-8" upload.sc

//> using dep com.softwaremill.sttp.client4::core:4.0.25
//> using dep com.lihaoyi::upickle:4.4.3

import java.nio.file.Path
import scala.concurrent.duration.*
import sttp.client4.quick.*

val response = quickRequest
  .post(uri"https://photos.example.org/albums/summer-2025/photos")
  .auth
  .bearer(sys.env("PHOTOS_TOKEN"))
  .multipartBody(
    multipart("caption", "Sunset at the \"Blue Lagoon\""),
    multipart("visibility", "friends"),
    multipartFile("photo", Path.of("sunset.jpg")).contentType("image/jpeg")
  )
  .readTimeout(30.seconds)
  .followRedirects(false)
  .send()
if !response.isSuccess then sys.error(response.show())
val answer = ujson.read(response.body)
println(answer("url").str)
