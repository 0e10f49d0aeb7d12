// Read a cart with a session cookie
// Run: SHOP_SESSION=... SHOP_DEVICE=... groovy -c UTF-8 session-cookie.groovy

import groovy.json.JsonSlurper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration

System.out = new PrintStream(System.out, true, 'UTF-8')
System.err = new PrintStream(System.err, true, 'UTF-8')

def shopSession = System.getenv('SHOP_SESSION')
assert shopSession : 'SHOP_SESSION is not set'
def shopDevice = System.getenv('SHOP_DEVICE')
assert shopDevice : 'SHOP_DEVICE is not set'

def encode = { pairs ->
    pairs.collect { pair -> pair.collect { URLEncoder.encode(it as String, 'UTF-8') }.join('=') }.join('&')
}

def query = encode([['currency', 'EUR']])
def request = HttpRequest.newBuilder()
    .uri(URI.create('https://shop.example.com/cart?' + query))
    .header('Cookie', "session=$shopSession; device=$shopDevice; prefs=currency=EUR+tax/incl==")
    .timeout(Duration.ofSeconds(30))
    .build()

def client = HttpClient.newHttpClient()
def response = client.send(request, BodyHandlers.ofString())
if (response.statusCode() >= 300) {
    def text = response.body()
    throw new IOException("HTTP ${response.statusCode()} ${response.headers().firstValue('Location').orElse(text)}")
}
def answer = new JsonSlurper().parseText(response.body())
println answer.items[0].sku
