' """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
' Install: dotnet new console --language VB
' Run: dotnet run

Imports System.Net.Http
Imports System.Text.Json.Nodes

Module Program
    Sub Main()
        Dim request = New HttpRequestMessage(HttpMethod.Get, "https://api.example.com/notes")

        Dim client As New HttpClient With {.Timeout = TimeSpan.FromSeconds(30)}
        Dim response = client.Send(request)
        Dim answer = response.Content.ReadAsStringAsync().Result
        If Not response.IsSuccessStatusCode Then
            Throw New HttpRequestException($"HTTP {CInt(response.StatusCode)}: {answer}")
        End If
        Console.WriteLine(JsonNode.Parse(answer)("ok").ToJsonString())
    End Sub
End Module
