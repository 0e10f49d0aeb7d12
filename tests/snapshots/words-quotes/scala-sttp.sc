// """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
// Run: scala "-Dfile.encoding=UTF-8" words-quotes.sc

//> using dep com.softwaremill.sttp.client4::core:4.0.25
//> using dep com.lihaoyi::upickle:4.4.3

import scala.concurrent.duration.*
import sttp.client4.quick.*

val response = quickRequest
  .get(uri"https://api.example.com/notes")
  .readTimeout(30.seconds)
  .send()
if !response.isSuccess then sys.error(response.show())
val answer = ujson.read(response.body)
println(answer("ok"))
