// Replace an avatar
// Run: FILES_API_KEY=... groovy -c UTF-8 put-binary.groovy

import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.nio.file.Path
import java.time.Duration

System.out = new PrintStream(System.out, true, 'UTF-8')
System.err = new PrintStream(System.err, true, 'UTF-8')

def filesApiKey = System.getenv('FILES_API_KEY')
assert filesApiKey : 'FILES_API_KEY is not set'

def request = HttpRequest.newBuilder()
    .uri(URI.create('https://files.example.org/avatars/ada'))
    .header('X-Api-Key', filesApiKey)
    .header('Content-Type', 'image/png')
    .PUT(BodyPublishers.ofFile(Path.of('avatar.png')))
    .timeout(Duration.ofSeconds(30))
    .build()

def client = HttpClient.newHttpClient()
def response = client.send(request, BodyHandlers.ofString())
if (response.statusCode() >= 300) {
    def text = response.body()
    throw new IOException("HTTP ${response.statusCode()} ${response.headers().firstValue('Location').orElse(text)}")
}
def answer = new JsonSlurper().parseText(response.body())
println JsonOutput.toJson(answer.bytes)
