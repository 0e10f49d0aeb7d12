// Delete a user's key
// Run: ADMIN_USER=... ADMIN_PASSWORD=... groovy -c UTF-8 delete-basic.groovy

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration

System.out = new PrintStream(System.out, true, 'UTF-8')
System.err = new PrintStream(System.err, true, 'UTF-8')

def adminUser = System.getenv('ADMIN_USER')
assert adminUser : 'ADMIN_USER is not set'
def adminPassword = System.getenv('ADMIN_PASSWORD')
assert adminPassword : 'ADMIN_PASSWORD is not set'

def request = HttpRequest.newBuilder()
    .uri(URI.create('https://api.example.net/v2/users/1042/keys/laptop%20%28old%29'))
    .header('Authorization', 'Basic ' + "$adminUser:$adminPassword".getBytes('UTF-8').encodeBase64())
    .DELETE()
    .timeout(Duration.ofSeconds(30))
    .build()

def client = HttpClient.newHttpClient()
def response = client.send(request, BodyHandlers.ofString())
if (response.statusCode() >= 300) {
    def text = response.body()
    throw new IOException("HTTP ${response.statusCode()} ${response.headers().firstValue('Location').orElse(text)}")
}
println response.body()
