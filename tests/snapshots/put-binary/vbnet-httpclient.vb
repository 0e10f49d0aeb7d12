' Replace an avatar
' Install: dotnet new console --language VB
' Run: FILES_API_KEY=... dotnet run

Imports System.IO
Imports System.Net.Http
Imports System.Net.Http.Headers
Imports System.Text.Json.Nodes

Module Program
    Sub Main()
        Dim filesApiKey = Environment.GetEnvironmentVariable("FILES_API_KEY")
        If filesApiKey Is Nothing Then
            Throw New InvalidOperationException("FILES_API_KEY is not set")
        End If

        Dim request = New HttpRequestMessage(
            HttpMethod.Put,
            "https://files.example.org/avatars/ada"
        )
        request.Headers.Add("X-Api-Key", filesApiKey)
        request.Content = New StreamContent(File.OpenRead("avatar.png"))
        request.Content.Headers.ContentType = New MediaTypeHeaderValue("image/png")

        Dim handler As New HttpClientHandler With {.AllowAutoRedirect = False}
        Dim client As New HttpClient(handler) With {.Timeout = TimeSpan.FromSeconds(30)}
        Dim response = client.Send(request)
        Dim answer = response.Content.ReadAsStringAsync().Result
        If Not response.IsSuccessStatusCode Then
            Dim reason = If(response.Headers.Location?.OriginalString, answer)
            Throw New HttpRequestException($"HTTP {CInt(response.StatusCode)}: {reason}")
        End If
        Console.WriteLine(JsonNode.Parse(answer)("bytes").ToJsonString())
    End Sub
End Module
