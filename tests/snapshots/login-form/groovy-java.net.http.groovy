// Log in with a form
// Run: ACCOUNT_PASSWORD=... groovy -c UTF-8 login-form.groovy

import groovy.json.JsonSlurper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration

System.out = new PrintStream(System.out, true, 'UTF-8')
System.err = new PrintStream(System.err, true, 'UTF-8')

def accountPassword = System.getenv('ACCOUNT_PASSWORD')
assert accountPassword : 'ACCOUNT_PASSWORD is not set'

def encode = { pairs ->
    pairs.collect { pair -> pair.collect { URLEncoder.encode(it as String, 'UTF-8') }.join('=') }.join('&')
}

def body = encode(
    [
        ['username', 'ada@example.com'],
        ['password', accountPassword],
        ['scope', 'profile'],
        ['scope', 'orders'],
        ['device', ''],
    ]
)
def request = HttpRequest.newBuilder()
    .uri(URI.create('https://accounts.example.com/login'))
    .header('Content-Type', 'application/x-www-form-urlencoded')
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
println answer.session.id
