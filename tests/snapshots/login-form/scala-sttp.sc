// Log in with a form
// Run: ACCOUNT_PASSWORD=... scala "-Dfile.encoding=UTF-8" login-form.sc

//> using dep com.softwaremill.sttp.client4::core:4.0.25
//> using dep com.lihaoyi::upickle:4.4.3

import java.net.URLEncoder
import scala.concurrent.duration.*
import sttp.client4.quick.*

def encode(text: String) =
  URLEncoder.encode(text, "UTF-8").replace("+", "%20")

val response = quickRequest
  .post(uri"https://accounts.example.com/login")
  .body(
    "username" -> "ada@example.com",
    "password" -> sys.env("ACCOUNT_PASSWORD"),
    "scope" -> "profile",
    "scope" -> "orders",
    "device" -> ""
  )
  .readTimeout(30.seconds)
  .followRedirects(false)
  .send()
if !response.isSuccess then sys.error(response.show())
val answer = ujson.read(response.body)
println(answer("session")("id").str)
