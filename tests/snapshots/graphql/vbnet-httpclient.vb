' Ask a GraphQL API
' Install: dotnet new console --language VB
' Run: CODE_TOKEN=... dotnet run

Imports System.Net.Http
Imports System.Net.Http.Headers
Imports System.Text.Json.Nodes

Module Program
    Sub Main()
        Dim codeToken = Environment.GetEnvironmentVariable("CODE_TOKEN")
        If codeToken Is Nothing Then
            Throw New InvalidOperationException("CODE_TOKEN is not set")
        End If

        Dim body = New JsonObject From {
            {"query", "query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {" & vbLf &
                "  repository(owner: $owner, name: $name) {" & vbLf &
                "    issues(first: $count, states: [OPEN]) {" & vbLf &
                "      nodes { number title }" & vbLf &
                "    }" & vbLf &
                "  }" & vbLf &
                "}" & vbLf},
            {"variables", New JsonObject From {
                {"owner", "ada"},
                {"name", "engine"},
                {"count", 2}
            }}
        }
        Dim request = New HttpRequestMessage(HttpMethod.Post, "https://code.example.com/graphql")
        request.Headers.Authorization = New AuthenticationHeaderValue("Bearer", codeToken)
        request.Content = New StringContent(
            body.ToJsonString(),
            New MediaTypeHeaderValue("application/json")
        )

        Dim handler As New HttpClientHandler With {.AllowAutoRedirect = False}
        Dim client As New HttpClient(handler) With {.Timeout = TimeSpan.FromSeconds(30)}
        Dim response = client.Send(request)
        Dim answer = response.Content.ReadAsStringAsync().Result
        If Not response.IsSuccessStatusCode Then
            Dim reason = If(response.Headers.Location?.OriginalString, answer)
            Throw New HttpRequestException($"HTTP {CInt(response.StatusCode)}: {reason}")
        End If
        Console.WriteLine(
            JsonNode.Parse(answer)("data")("repository")("issues")("nodes").ToJsonString()
        )
    End Sub
End Module
