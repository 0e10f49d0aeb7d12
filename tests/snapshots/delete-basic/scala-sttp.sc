// Delete a user's key
// Run: ADMIN_USER=... ADMIN_PASSWORD=... scala "-Dfile.encoding=UTF-8" delete-basic.sc

//> using dep com.softwaremill.sttp.client4::core:4.0.25

import scala.concurrent.duration.*
import sttp.client4.quick.*

val response = quickRequest
  .delete(uri"https://api.example.net/v2/users/1042/keys/laptop%20%28old%29")
  .auth
  .basic(sys.env("ADMIN_USER"), sys.env("ADMIN_PASSWORD"))
  .readTimeout(30.seconds)
  .followRedirects(false)
  .send()
if !response.isSuccess then sys.error(response.show())
println(response.body)
