// Ask a GraphQL API
// Run: CODE_TOKEN=... scala "-Dfile.encoding=UTF-8" graphql.sc

//> using dep com.softwaremill.sttp.client4::core:4.0.25
//> using dep com.lihaoyi::upickle:4.4.3

import scala.concurrent.duration.*
import sttp.client4.quick.*

val body = ujson.Obj(
  "query" -> "query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {\n  repository(owner: $owner, name: $name) {\n    issues(first: $count, states: [OPEN]) {\n      nodes { number title }\n    }\n  }\n}\n",
  "variables" -> ujson.Obj("owner" -> "ada", "name" -> "engine", "count" -> 2)
)
val response = quickRequest
  .post(uri"https://code.example.com/graphql")
  .auth
  .bearer(sys.env("CODE_TOKEN"))
  .contentType("application/json")
  .body(ujson.write(body))
  .readTimeout(30.seconds)
  .followRedirects(false)
  .send()
if !response.isSuccess then sys.error(response.show())
val answer = ujson.read(response.body)
println(answer("data")("repository")("issues")("nodes"))
