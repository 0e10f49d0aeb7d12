' Upload a photo
' Install: dotnet new console --language VB
' Run: PHOTOS_TOKEN=... dotnet run

Imports System.IO
Imports System.Net.Http
Imports System.Net.Http.Headers
Imports System.Text.Json.Nodes

Module Program
    Sub Main()
        Dim photosToken = Environment.GetEnvironmentVariable("PHOTOS_TOKEN")
        If photosToken Is Nothing Then
            Throw New InvalidOperationException("PHOTOS_TOKEN is not set")
        End If

        Dim form As New MultipartFormDataContent
        form.Add(New StringContent("Sunset at the ""Blue Lagoon"""), "caption")
        form.Add(New StringContent("friends"), "visibility")
        Dim upload = New StreamContent(File.OpenRead("sunset.jpg"))
        upload.Headers.ContentType = New MediaTypeHeaderValue("image/jpeg")
        form.Add(upload, "photo", "sunset.jpg")
        Dim request = New HttpRequestMessage(
            HttpMethod.Post,
            "https://photos.example.org/albums/summer-2025/photos"
        )
        request.Headers.Authorization = New AuthenticationHeaderValue("Bearer", photosToken)
        request.Content = form

        Dim handler As New HttpClientHandler With {.AllowAutoRedirect = False}
        Dim client As New HttpClient(handler) With {.Timeout = TimeSpan.FromSeconds(30)}
        Dim response = client.Send(request)
        Dim answer = response.Content.ReadAsStringAsync().Result
        If Not response.IsSuccessStatusCode Then
            Dim reason = If(response.Headers.Location?.OriginalString, answer)
            Throw New HttpRequestException($"HTTP {CInt(response.StatusCode)}: {reason}")
        End If
        Console.WriteLine(JsonNode.Parse(answer)("url").GetValue(Of String)())
    End Sub
End Module
