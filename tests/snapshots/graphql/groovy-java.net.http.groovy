// Ask a GraphQL API
// Run: CODE_TOKEN=... groovy -c UTF-8 graphql.groovy

import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration

System.out = new PrintStream(System.out, true, 'UTF-8')
System.err = new PrintStream(System.err, true, 'UTF-8')

def codeToken = System.getenv('CODE_TOKEN')
assert codeToken : 'CODE_TOKEN is not set'

def body = JsonOutput.toJson([
    query: 'query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {\n  repository(owner: $owner, name: $name) {\n    issues(first: $count, states: [OPEN]) {\n      nodes { number title }\n    }\n  }\n}\n',
    variables: [owner: 'ada', name: 'engine', count: 2],
])
def request = HttpRequest.newBuilder()
    .uri(URI.create('https://code.example.com/graphql'))
    .header('Authorization', "Bearer $codeToken")
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
println JsonOutput.toJson(answer.data.repository.issues.nodes)
