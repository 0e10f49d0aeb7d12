// Replace an avatar
// Run: FILES_API_KEY=... scala "-Dfile.encoding=UTF-8" put-binary.sc

//> using dep com.softwaremill.sttp.client4::core:4.0.25
//> using dep com.lihaoyi::upickle:4.4.3

import java.nio.file.Path
import scala.concurrent.duration.*
import sttp.client4.quick.*

val response = quickRequest
  .put(uri"https://files.example.org/avatars/ada")
  .header("X-Api-Key", sys.env("FILES_API_KEY"))
  .contentType("image/png")
  .body(Path.of("avatar.png"))
  .readTimeout(30.seconds)
  .followRedirects(false)
  .send()
if !response.isSuccess then sys.error(response.show())
val answer = ujson.read(response.body)
println(answer("bytes"))
