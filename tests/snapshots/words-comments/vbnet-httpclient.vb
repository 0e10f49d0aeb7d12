' */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
' Install: dotnet new console --language VB
' Run: dotnet run

Imports System.Net.Http
Imports System.Net.Http.Headers
Imports System.Text.Json.Nodes

Module Program
    Sub Main()
        Dim body = New JsonObject From { {"a", 1} }
        Dim request = New HttpRequestMessage(HttpMethod.Post, "https://api.example.com/notes")
        request.Content = New StringContent(
            body.ToJsonString(),
            New MediaTypeHeaderValue("application/json")
        )

        Dim client As New HttpClient With {.Timeout = TimeSpan.FromSeconds(30)}
        Dim response = client.Send(request)
        Dim answer = response.Content.ReadAsStringAsync().Result
        If Not response.IsSuccessStatusCode Then
            Throw New HttpRequestException($"HTTP {CInt(response.StatusCode)}: {answer}")
        End If
        Console.WriteLine(JsonNode.Parse(answer)("ok").ToJsonString())
    End Sub
End Module
