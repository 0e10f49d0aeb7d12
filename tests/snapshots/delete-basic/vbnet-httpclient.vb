' Delete a user's key
' Install: dotnet new console --language VB
' Run: ADMIN_USER=... ADMIN_PASSWORD=... dotnet run

Imports System.Net.Http
Imports System.Net.Http.Headers
Imports System.Text

Module Program
    Sub Main()
        Dim adminUser = Environment.GetEnvironmentVariable("ADMIN_USER")
        If adminUser Is Nothing Then
            Throw New InvalidOperationException("ADMIN_USER is not set")
        End If
        Dim adminPassword = Environment.GetEnvironmentVariable("ADMIN_PASSWORD")
        If adminPassword Is Nothing Then
            Throw New InvalidOperationException("ADMIN_PASSWORD is not set")
        End If

        Dim request = New HttpRequestMessage(
            HttpMethod.Delete,
            "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29"
        )
        Dim credentials = Convert.ToBase64String(
            Encoding.UTF8.GetBytes($"{adminUser}:{adminPassword}")
        )
        request.Headers.Authorization = New AuthenticationHeaderValue("Basic", credentials)

        Dim handler As New HttpClientHandler With {.AllowAutoRedirect = False}
        Dim client As New HttpClient(handler) With {.Timeout = TimeSpan.FromSeconds(30)}
        Dim response = client.Send(request)
        Dim answer = response.Content.ReadAsStringAsync().Result
        If Not response.IsSuccessStatusCode Then
            Dim reason = If(response.Headers.Location?.OriginalString, answer)
            Throw New HttpRequestException($"HTTP {CInt(response.StatusCode)}: {reason}")
        End If
        Console.WriteLine(answer)
    End Sub
End Module
