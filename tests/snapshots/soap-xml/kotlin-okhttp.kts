// Convert a temperature with SOAP
// Run: kotlin "-Dfile.encoding=UTF-8" soap-xml.main.kts

@file:DependsOn("com.squareup.okhttp3:okhttp-jvm:5.5.1")

import kotlin.time.Duration.Companion.seconds
import okhttp3.MediaType.Companion.toMediaType
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody

val body = """
    <?xml version="1.0" encoding="utf-8"?>
    <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
      <soap:Body>
        <CelsiusToFahrenheit xmlns="https://soap.example.com/">
          <Celsius>21.5</Celsius>
        </CelsiusToFahrenheit>
      </soap:Body>
    </soap:Envelope>

""".trimIndent()
val request = Request.Builder()
    .url("https://soap.example.com/temperature.asmx")
    .addHeader("SOAPAction", "\"https://soap.example.com/CelsiusToFahrenheit\"")
    .post(body.toRequestBody("text/xml; charset=utf-8".toMediaType()))
    .build()

val client = OkHttpClient.Builder().readTimeout(30.seconds).build()
client.newCall(request).execute().use { response ->
    check(response.isSuccessful) { "HTTP ${response.code} ${response.body.string()}" }
    println(response.body.string())
}
