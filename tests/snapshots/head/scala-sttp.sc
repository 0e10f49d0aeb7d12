// Look at a download before fetching it
// Run: scala "-Dfile.encoding=UTF-8" head.sc

//> using dep com.softwaremill.sttp.client4::core:4.0.25

import scala.concurrent.duration.*
import sttp.client4.quick.*

val response = quickRequest
  .head(uri"https://downloads.example.net/releases/2.10/engine.tar.gz")
  .header("Accept", "application/gzip")
  .readTimeout(30.seconds)
  .send()
if !response.isSuccess then sys.error(response.show())
response.headers.foreach(println)
