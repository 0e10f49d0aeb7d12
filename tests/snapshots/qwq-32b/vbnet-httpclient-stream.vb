' QwQ-32B chat completion
' Install: dotnet new console --language VB
' Run: MKEAI_API_KEY=... dotnet run

Imports System.IO
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
            {"stream", True}
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

        Dim timeout = TimeSpan.FromSeconds(120)
        Dim handler As New HttpClientHandler With {.AllowAutoRedirect = False}
        Dim client As New HttpClient(handler) With {.Timeout = timeout}
        Dim response = client.Send(request, HttpCompletionOption.ResponseHeadersRead)
        If Not response.IsSuccessStatusCode Then
            Dim answer = response.Content.ReadAsStringAsync().Result
            Dim reason = If(response.Headers.Location?.OriginalString, answer)
            Throw New HttpRequestException($"HTTP {CInt(response.StatusCode)}: {reason}")
        End If
        Dim rest = ""
        Dim reader As New StreamReader(response.Content.ReadAsStream())
        While True
            Dim line = reader.ReadLineAsync().WaitAsync(timeout).GetAwaiter().GetResult()
            If line Is Nothing Then Exit While
            If Not line.StartsWith("data:") Then
                rest &= line
                Continue While
            End If
            rest = line
            Dim data = line.Substring(If(line.StartsWith("data: "), 6, 5))
            If data = "[DONE]" Then
                Console.WriteLine()
                Return
            End If
            Dim delta = JsonNode.Parse(data)("choices")?.AsArray().ElementAtOrDefault(0)?("delta")
            Console.Error.Write(delta?("reasoning_content"))
            Console.Write(delta?("content"))
        End While
        Throw New HttpRequestException("The stream ended unexpectedly. " & rest)
    End Sub
End Module
