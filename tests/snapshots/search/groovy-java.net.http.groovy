// Search a catalogue
// Run: groovy -c UTF-8 search.groovy

import groovy.json.JsonSlurper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration

System.out = new PrintStream(System.out, true, 'UTF-8')
System.err = new PrintStream(System.err, true, 'UTF-8')

def encode = { pairs ->
    pairs.collect { pair -> pair.collect { URLEncoder.encode(it as String, 'UTF-8') }.join('=') }.join('&')
}

def query = encode([['q', 'café & crème'], ['tag', 'cooking'], ['tag', 'french'], ['limit', '10']])
def request = HttpRequest.newBuilder()
    .uri(URI.create('https://api.example.com/v1/catalogues/books/items?' + query))
    .header('X-Request-Id', 'docs-0001')
    .timeout(Duration.ofSeconds(30))
    .build()

def client = HttpClient.newHttpClient()
def response = client.send(request, BodyHandlers.ofString())
if (response.statusCode() >= 300) {
    def text = response.body()
    throw new IOException("HTTP ${response.statusCode()} ${response.headers().firstValue('Location').orElse(text)}")
}
def answer = new JsonSlurper().parseText(response.body())
println answer.items[0].title
