// Look at a download before fetching it
// Run: groovy -c UTF-8 head.groovy

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration

System.out = new PrintStream(System.out, true, 'UTF-8')
System.err = new PrintStream(System.err, true, 'UTF-8')

def request = HttpRequest.newBuilder()
    .uri(URI.create('https://downloads.example.net/releases/2.10/engine.tar.gz'))
    .header('Accept', 'application/gzip')
    .method('HEAD', BodyPublishers.noBody())
    .timeout(Duration.ofSeconds(30))
    .build()

def client = HttpClient.newHttpClient()
def response = client.send(request, BodyHandlers.ofString())
if (response.statusCode() >= 300) {
    def text = response.body()
    throw new IOException("HTTP ${response.statusCode()} ${response.headers().firstValue('Location').orElse(text)}")
}
response.headers().map().each { name, values -> println "$name: ${values.join(', ')}" }
