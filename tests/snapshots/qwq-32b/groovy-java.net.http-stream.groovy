// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... groovy -c UTF-8 qwq-32b-stream.groovy

import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit

System.out = new PrintStream(System.out, true, 'UTF-8')
System.err = new PrintStream(System.err, true, 'UTF-8')

def mkeaiApiKey = System.getenv('MKEAI_API_KEY')
assert mkeaiApiKey : 'MKEAI_API_KEY is not set'

def body = JsonOutput.toJson([model: 'QwQ-32B', messages: [[role: 'user', content: '你好']], stream: true])
def request = HttpRequest.newBuilder()
    .uri(URI.create('https://api.mkeai.com/v1/chat/completions'))
    .header('Authorization', "Bearer $mkeaiApiKey")
    .header('Content-Type', 'application/json')
    .POST(BodyPublishers.ofString(body))
    .build()

def client = HttpClient.newHttpClient()
def response = client.sendAsync(request, BodyHandlers.ofLines()).get(120, TimeUnit.SECONDS)
if (response.statusCode() >= 300) {
    def text = response.body().toList().join('\n')
    throw new IOException("HTTP ${response.statusCode()} ${response.headers().firstValue('Location').orElse(text)}")
}
def lines = response.body().iterator()
def nextLine = {
    CompletableFuture.supplyAsync { lines.hasNext() ? lines.next() : null }.get(120, TimeUnit.SECONDS)
}

def rest = ''
while (true) {
    def line = nextLine()
    if (line == null) {
        throw new IOException('The stream ended unexpectedly. ' + rest)
    }
    if (!line.startsWith('data:')) {
        rest += line
        continue
    }
    rest = line
    def data = line - ~/^data: ?/
    if (data == '[DONE]') {
        break
    }
    def event = new JsonSlurper().parseText(data)
    System.err.print(event.choices?[0]?.delta?.reasoning_content ?: '')
    print(event.choices?[0]?.delta?.content ?: '')
}
println()
