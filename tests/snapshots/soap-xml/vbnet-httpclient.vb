' Convert a temperature with SOAP
' Install: dotnet new console --language VB
' Run: dotnet run

Imports System.Net.Http
Imports System.Net.Http.Headers

Module Program
    Sub Main()
        Dim body = "<?xml version=""1.0"" encoding=""utf-8""?>" & vbLf &
            "<soap:Envelope xmlns:soap=""http://schemas.xmlsoap.org/soap/envelope/"">" & vbLf &
            "  <soap:Body>" & vbLf &
            "    <CelsiusToFahrenheit xmlns=""https://soap.example.com/"">" & vbLf &
            "      <Celsius>21.5</Celsius>" & vbLf &
            "    </CelsiusToFahrenheit>" & vbLf &
            "  </soap:Body>" & vbLf &
            "</soap:Envelope>" & vbLf
        Dim request = New HttpRequestMessage(
            HttpMethod.Post,
            "https://soap.example.com/temperature.asmx"
        )
        request.Headers.Add("SOAPAction", """https://soap.example.com/CelsiusToFahrenheit""")
        request.Content = New StringContent(
            body,
            MediaTypeHeaderValue.Parse("text/xml; charset=utf-8")
        )

        Dim client As New HttpClient With {.Timeout = TimeSpan.FromSeconds(30)}
        Dim response = client.Send(request)
        Dim answer = response.Content.ReadAsStringAsync().Result
        If Not response.IsSuccessStatusCode Then
            Throw New HttpRequestException($"HTTP {CInt(response.StatusCode)}: {answer}")
        End If
        Console.WriteLine(answer)
    End Sub
End Module
