// Upload a photo
// Run: PHOTOS_TOKEN=... groovy -c UTF-8 upload.groovy

import groovy.json.JsonSlurper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.nio.file.Path
import java.time.Duration

System.out = new PrintStream(System.out, true, 'UTF-8')
System.err = new PrintStream(System.err, true, 'UTF-8')

def photosToken = System.getenv('PHOTOS_TOKEN')
assert photosToken : 'PHOTOS_TOKEN is not set'

def boundary = UUID.randomUUID()

def part = { head, content ->
    BodyPublishers.concat(
        BodyPublishers.ofString("--$boundary\r\nContent-Disposition: form-data; $head\r\n\r\n"),
        content,
        BodyPublishers.ofString('\r\n')
    )
}

def body = BodyPublishers.concat(
    part('name="caption"', BodyPublishers.ofString('Sunset at the "Blue Lagoon"')),
    part('name="visibility"', BodyPublishers.ofString('friends')),
    part(
        'name="photo"; filename="sunset.jpg"\r\nContent-Type: image/jpeg',
        BodyPublishers.ofFile(Path.of('sunset.jpg'))
    ),
    BodyPublishers.ofString("--$boundary--\r\n")
)
def request = HttpRequest.newBuilder()
    .uri(URI.create('https://photos.example.org/albums/summer-2025/photos'))
    .header('Authorization', "Bearer $photosToken")
    .header('Content-Type', "multipart/form-data; boundary=$boundary")
    .POST(body)
    .timeout(Duration.ofSeconds(30))
    .build()

def client = HttpClient.newHttpClient()
def response = client.send(request, BodyHandlers.ofString())
if (response.statusCode() >= 300) {
    def text = response.body()
    throw new IOException("HTTP ${response.statusCode()} ${response.headers().firstValue('Location').orElse(text)}")
}
def answer = new JsonSlurper().parseText(response.body())
println answer.url
