' Ask a private model, with a user name that is no secret
' Install: dotnet new console --language VB
' Run: MODEL_PASSWORD=... dotnet run

Imports System.IO
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
            {"prompt", "Say " & ChrW(&H201C) & "hello" & ChrW(&H201D)},
            {"stream", True}
        }
        Dim request = New HttpRequestMessage(HttpMethod.Post, "https://model.example.com/v1/chat")
        request.Content = New StringContent(
            body.ToJsonString(),
            New MediaTypeHeaderValue("application/json")
        )

        Dim timeout = TimeSpan.FromSeconds(120)
        Dim credentials As New CredentialCache
        credentials.Add(
            New Uri(request.RequestUri, "/"),
            "Digest",
            New NetworkCredential("admin", modelPassword)
        )
        Dim handler As New HttpClientHandler With {.Credentials = credentials}
        Dim client As New HttpClient(handler) With {.Timeout = timeout}
        Dim response = client.Send(request, HttpCompletionOption.ResponseHeadersRead)
        If Not response.IsSuccessStatusCode Then
            Dim answer = response.Content.ReadAsStringAsync().Result
            Throw New HttpRequestException($"HTTP {CInt(response.StatusCode)}: {answer}")
        End If
        Dim rest = ""
        Dim reader As New StreamReader(response.Content.ReadAsStream())
        While True
            Dim line = reader.ReadLineAsync().WaitAsync(timeout).GetAwaiter().GetResult()
            If line Is Nothing Then Exit While
            If Not line.StartsWith("data:") Then
                rest &= line
                Continue While
            End If
            rest = line
            Dim data = line.Substring(If(line.StartsWith("data: "), 6, 5))
            If data = "[DONE]" Then
                Console.WriteLine()
                Return
            End If
            Dim result = JsonNode.Parse(data)
            Console.Write(result("text"))
        End While
        Throw New HttpRequestException("The stream ended unexpectedly. " & rest)
    End Sub
End Module
