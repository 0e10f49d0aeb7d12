' Log in with a form
' Install: dotnet new console --language VB
' Run: ACCOUNT_PASSWORD=... dotnet run

Imports System.Net.Http
Imports System.Text.Json.Nodes

Module Program
    Sub Main()
        Dim accountPassword = Environment.GetEnvironmentVariable("ACCOUNT_PASSWORD")
        If accountPassword Is Nothing Then
            Throw New InvalidOperationException("ACCOUNT_PASSWORD is not set")
        End If

        Dim body As New List(Of KeyValuePair(Of String, String))
        body.Add(KeyValuePair.Create("username", "ada@example.com"))
        body.Add(KeyValuePair.Create("password", accountPassword))
        body.Add(KeyValuePair.Create("scope", "profile"))
        body.Add(KeyValuePair.Create("scope", "orders"))
        body.Add(KeyValuePair.Create("device", ""))
        Dim request = New HttpRequestMessage(HttpMethod.Post, "https://accounts.example.com/login")
        request.Content = New FormUrlEncodedContent(body)

        Dim handler As New HttpClientHandler With {.AllowAutoRedirect = False}
        Dim client As New HttpClient(handler) With {.Timeout = TimeSpan.FromSeconds(30)}
        Dim response = client.Send(request)
        Dim answer = response.Content.ReadAsStringAsync().Result
        If Not response.IsSuccessStatusCode Then
            Dim reason = If(response.Headers.Location?.OriginalString, answer)
            Throw New HttpRequestException($"HTTP {CInt(response.StatusCode)}: {reason}")
        End If
        Console.WriteLine(JsonNode.Parse(answer)("session")("id").GetValue(Of String)())
    End Sub
End Module
