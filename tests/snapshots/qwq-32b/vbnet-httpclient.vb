' QwQ-32B chat completion
' Install: dotnet new console --language VB
' Run: MKEAI_API_KEY=... dotnet run

Imports System.Net.Http
Imports System.Net.Http.Headers
Imports System.Text.Json.Nodes

Module Program
    Sub Main()
        Dim mkeaiApiKey = Environment.GetEnvironmentVariable("MKEAI_API_KEY")
        If mkeaiApiKey Is Nothing Then
            Throw New InvalidOperationException("MKEAI_API_KEY is not set")
        End If

        Dim body = New JsonObject From {
            {"model", "QwQ-32B"},
            {"messages", New JsonArray(
                New JsonObject From { {"role", "user"}, {"content", "你好"} }
            )},
            {"stream", False}
        }
        Dim request = New HttpRequestMessage(
            HttpMethod.Post,
            "https://api.mkeai.com/v1/chat/completions"
        )
        request.Headers.Authorization = New AuthenticationHeaderValue("Bearer", mkeaiApiKey)
        request.Content = New StringContent(
            body.ToJsonString(),
            New MediaTypeHeaderValue("application/json")
        )

        Dim handler As New HttpClientHandler With {.AllowAutoRedirect = False}
        Dim client As New HttpClient(handler) With {.Timeout = TimeSpan.FromSeconds(120)}
        Dim response = client.Send(request)
        Dim answer = response.Content.ReadAsStringAsync().Result
        If Not response.IsSuccessStatusCode Then
            Dim reason = If(response.Headers.Location?.OriginalString, answer)
            Throw New HttpRequestException($"HTTP {CInt(response.StatusCode)}: {reason}")
        End If
        Console.WriteLine(
            JsonNode.Parse(answer)("choices")(0)("message")("content").GetValue(Of String)()
        )
    End Sub
End Module
