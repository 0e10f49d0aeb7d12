// QwQ-32B chat completion
// Run: ldc2 app.d && MKEAI_API_KEY=... ./app

import core.time : seconds;
import std.exception : enforce;
import std.json : parseJSON;
import std.net.curl : HTTP;
import std.process : environment;
import std.stdio : writeln;

void main()
{
    auto http = HTTP("https://api.mkeai.com/v1/chat/completions");
    http.operationTimeout = 120.seconds;
    http.maxRedirects = uint.max; // none
    http.addRequestHeader("Authorization", "Bearer " ~ environment["MKEAI_API_KEY"]);
    const content = `{
  "model": "QwQ-32B",
  "messages": [{"role": "user", "content": "你好"}],
  "stream": false
}`;
    http.setPostData(content, "application/json");

    ubyte[] answer;
    http.onReceive = (ubyte[] bytes) { answer ~= bytes; return bytes.length; };
    http.perform();
    enforce(
        http.statusLine.code < 300,
        "HTTP " ~ http.statusLine.toString ~ " " ~ http.responseHeaders.get("location", "") ~ " " ~ cast(string) answer
    );

    writeln(parseJSON(cast(string) answer)["choices"][0]["message"]["content"].str);
}
