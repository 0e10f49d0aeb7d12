// Read a cart with a session cookie
// Run: SHOP_SESSION=... SHOP_DEVICE=... scala "-Dfile.encoding=UTF-8" session-cookie.sc

//> using dep com.softwaremill.sttp.client4::core:4.0.25
//> using dep com.lihaoyi::upickle:4.4.3

import scala.concurrent.duration.*
import sttp.client4.quick.*

val url = uri"https://shop.example.com/cart".addParams("currency" -> "EUR")
val response = quickRequest
  .get(url)
  .header(
    "Cookie",
    s"session=${sys.env("SHOP_SESSION")}; device=${sys.env("SHOP_DEVICE")}; prefs=currency=EUR+tax/incl=="
  )
  .readTimeout(30.seconds)
  .followRedirects(false)
  .send()
if !response.isSuccess then sys.error(response.show())
val answer = ujson.read(response.body)
println(answer("items")(0)("sku").str)
