' Look at a download before fetching it
' Install: dotnet new console --language VB
' Run: dotnet run

Imports System.Net.Http

Module Program
    Sub Main()
        Dim request = New HttpRequestMessage(
            HttpMethod.Head,
            "https://downloads.example.net/releases/2.10/engine.tar.gz"
        )
        request.Headers.TryAddWithoutValidation("Accept", "application/gzip")

        Dim client As New HttpClient With {.Timeout = TimeSpan.FromSeconds(30)}
        Dim response = client.Send(request)
        If Not response.IsSuccessStatusCode Then
            Dim reason = response.ReasonPhrase
            Throw New HttpRequestException($"HTTP {CInt(response.StatusCode)}: {reason}")
        End If
        Console.Write($"{response.Headers}{response.Content.Headers}")
    End Sub
End Module
