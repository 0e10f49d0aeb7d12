' Search a catalogue
' Install: dotnet new console --language VB
' Run: dotnet run

Imports System.Net.Http
Imports System.Text.Json.Nodes

Module Program
    Sub Main()
        Dim url = "https://api.example.com/v1/catalogues/books/items?q=" &
            Uri.EscapeDataString("café & crème") &
            "&tag=cooking&tag=french&limit=10"
        Dim request = New HttpRequestMessage(HttpMethod.Get, url)
        request.Headers.Add("X-Request-Id", "docs-0001")

        Dim client As New HttpClient With {.Timeout = TimeSpan.FromSeconds(30)}
        Dim response = client.Send(request)
        Dim answer = response.Content.ReadAsStringAsync().Result
        If Not response.IsSuccessStatusCode Then
            Throw New HttpRequestException($"HTTP {CInt(response.StatusCode)}: {answer}")
        End If
        Console.WriteLine(JsonNode.Parse(answer)("items")(0)("title").GetValue(Of String)())
    End Sub
End Module
