' Ask a private model, with a user name that is no secret
' Install: dotnet new console --language VB
' Run: MODEL_PASSWORD=... dotnet run

Imports System.Net
Imports System.Net.Http
Imports System.Net.Http.Headers
Imports System.Text.Json.Nodes

Module Program
    Sub Main()
        Dim modelPassword = Environment.GetEnvironmentVariable("MODEL_PASSWORD")
        If modelPassword Is Nothing Then
            Throw New InvalidOperationException("MODEL_PASSWORD is not set")
        End If

        Dim body = New JsonObject From {
            {"prompt", "Say " & ChrW(&H201C) & "hello" & ChrW(&H201D)}
        }
        Dim request = New HttpRequestMessage(HttpMethod.Post, "https://model.example.com/v1/chat")
        request.Content = New StringContent(
            body.ToJsonString(),
            New MediaTypeHeaderValue("application/json")
        )

        Dim credentials As New CredentialCache
        credentials.Add(
            New Uri(request.RequestUri, "/"),
            "Digest",
            New NetworkCredential("admin", modelPassword)
        )
        Dim handler As New HttpClientHandler With {.Credentials = credentials}
        Dim client As New HttpClient(handler) With {.Timeout = TimeSpan.FromSeconds(30)}
        Dim response = client.Send(request)
        Dim answer = response.Content.ReadAsStringAsync().Result
        If Not response.IsSuccessStatusCode Then
            Throw New HttpRequestException($"HTTP {CInt(response.StatusCode)}: {answer}")
        End If
        Console.WriteLine(JsonNode.Parse(answer)("text").GetValue(Of String)())
    End Sub
End Module
