// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... groovy -c UTF-8 qwq-32b.groovy

import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration

System.out = new PrintStream(System.out, true, 'UTF-8')
System.err = new PrintStream(System.err, true, 'UTF-8')

def mkeaiApiKey = System.getenv('MKEAI_API_KEY')
assert mkeaiApiKey : 'MKEAI_API_KEY is not set'

def body = JsonOutput.toJson([model: 'QwQ-32B', messages: [[role: 'user', content: '你好']], stream: false])
def request = HttpRequest.newBuilder()
    .uri(URI.create('https://api.mkeai.com/v1/chat/completions'))
    .header('Authorization', "Bearer $mkeaiApiKey")
    .header('Content-Type', 'application/json')
    .POST(BodyPublishers.ofString(body))
    .timeout(Duration.ofSeconds(120))
    .build()

def client = HttpClient.newHttpClient()
def response = client.send(request, BodyHandlers.ofString())
if (response.statusCode() >= 300) {
    def text = response.body()
    throw new IOException("HTTP ${response.statusCode()} ${response.headers().firstValue('Location').orElse(text)}")
}
def answer = new JsonSlurper().parseText(response.body())
println answer.choices[0].message.content
