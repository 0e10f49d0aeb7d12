' Read the state of a camera
' Install: dotnet new console --language VB
' Run: CAMERA_USER=... CAMERA_PASSWORD=... dotnet run

Imports System.Net
Imports System.Net.Http

Module Program
    Sub Main()
        Dim cameraUser = Environment.GetEnvironmentVariable("CAMERA_USER")
        If cameraUser Is Nothing Then
            Throw New InvalidOperationException("CAMERA_USER is not set")
        End If
        Dim cameraPassword = Environment.GetEnvironmentVariable("CAMERA_PASSWORD")
        If cameraPassword Is Nothing Then
            Throw New InvalidOperationException("CAMERA_PASSWORD is not set")
        End If

        Dim url = "https://camera.example.com/api/v1/state?fields=" &
            Uri.EscapeDataString("zoom,focus")
        Dim request = New HttpRequestMessage(HttpMethod.Get, url)

        Dim credentials As New CredentialCache
        credentials.Add(
            New Uri(request.RequestUri, "/"),
            "Digest",
            New NetworkCredential(cameraUser, cameraPassword)
        )
        Dim handler As New HttpClientHandler With {.Credentials = credentials}
        Dim client As New HttpClient(handler) With {.Timeout = TimeSpan.FromSeconds(30)}
        Dim response = client.Send(request)
        Dim answer = response.Content.ReadAsStringAsync().Result
        If Not response.IsSuccessStatusCode Then
            Throw New HttpRequestException($"HTTP {CInt(response.StatusCode)}: {answer}")
        End If
        Console.WriteLine(answer)
    End Sub
End Module
