// Read the state of a camera
// Run: CAMERA_USER=... CAMERA_PASSWORD=... scala "-Dfile.encoding=UTF-8" digest.sc

//> using dep com.softwaremill.sttp.client4::core:4.0.25

import scala.concurrent.duration.*
import sttp.client4.quick.*
import sttp.client4.wrappers.DigestAuthenticationBackend

val url = uri"https://camera.example.com/api/v1/state".addParams(
  "fields" -> "zoom,focus"
)
val response = quickRequest
  .get(url)
  .auth
  .digest(sys.env("CAMERA_USER"), sys.env("CAMERA_PASSWORD"))
  .readTimeout(30.seconds)
  .followRedirects(false)
  .send(DigestAuthenticationBackend(backend))
if !response.isSuccess then sys.error(response.show())
println(response.body)
