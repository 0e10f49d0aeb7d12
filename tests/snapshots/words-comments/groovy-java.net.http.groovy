// */ ?> */ --> ??/ /// script # coding: utf-7 \ u000a touch PWNED \ u002a\ u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
// Run: groovy -c UTF-8 words-comments.groovy

import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration

System.out = new PrintStream(System.out, true, 'UTF-8')
System.err = new PrintStream(System.err, true, 'UTF-8')

def body = JsonOutput.toJson([a: 1])
def request = HttpRequest.newBuilder()
    .uri(URI.create('https://api.example.com/notes'))
    .header('Content-Type', 'application/json')
    .POST(BodyPublishers.ofString(body))
    .timeout(Duration.ofSeconds(30))
    .build()

def client = HttpClient.newHttpClient()
def response = client.send(request, BodyHandlers.ofString())
if (response.statusCode() >= 300) {
    def text = response.body()
    throw new IOException("HTTP ${response.statusCode()} ${response.headers().firstValue('Location').orElse(text)}")
}
def answer = new JsonSlurper().parseText(response.body())
println JsonOutput.toJson(answer.ok)
