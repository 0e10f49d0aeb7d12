' Read a cart with a session cookie
' Install: dotnet new console --language VB
' Run: SHOP_SESSION=... SHOP_DEVICE=... dotnet run

Imports System.Net.Http
Imports System.Text.Json.Nodes

Module Program
    Sub Main()
        Dim shopSession = Environment.GetEnvironmentVariable("SHOP_SESSION")
        If shopSession Is Nothing Then
            Throw New InvalidOperationException("SHOP_SESSION is not set")
        End If
        Dim shopDevice = Environment.GetEnvironmentVariable("SHOP_DEVICE")
        If shopDevice Is Nothing Then
            Throw New InvalidOperationException("SHOP_DEVICE is not set")
        End If

        Dim request = New HttpRequestMessage(
            HttpMethod.Get,
            "https://shop.example.com/cart?currency=EUR"
        )
        request.Headers.Add(
            "Cookie",
            $"session={shopSession}; device={shopDevice}; prefs=currency=EUR+tax/incl=="
        )

        Dim handler As New HttpClientHandler With {.AllowAutoRedirect = False}
        Dim client As New HttpClient(handler) With {.Timeout = TimeSpan.FromSeconds(30)}
        Dim response = client.Send(request)
        Dim answer = response.Content.ReadAsStringAsync().Result
        If Not response.IsSuccessStatusCode Then
            Dim reason = If(response.Headers.Location?.OriginalString, answer)
            Throw New HttpRequestException($"HTTP {CInt(response.StatusCode)}: {reason}")
        End If
        Console.WriteLine(JsonNode.Parse(answer)("items")(0)("sku").GetValue(Of String)())
    End Sub
End Module
