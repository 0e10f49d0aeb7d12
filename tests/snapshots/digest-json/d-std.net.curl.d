// Ask a private model, with a user name that is no secret
// Run: ldc2 app.d && MODEL_PASSWORD=... ./app

import core.time : seconds;
import std.exception : enforce;
import std.json : parseJSON;
import std.net.curl : HTTP;
import std.process : environment;
import std.stdio : writeln;

void main()
{
    auto http = HTTP("https://model.example.com/v1/chat");
    http.operationTimeout = 30.seconds;
    http.maxRedirects = uint.max; // none
    http.authenticationMethod = HTTP.AuthMethod.digest;
    http.setAuthentication("admin", environment["MODEL_PASSWORD"]);
    const content = `{"prompt": "Say “hello”"}`;
    http.setPostData(content, "application/json");

    ubyte[] answer;
    http.onReceive = (ubyte[] bytes) { answer ~= bytes; return bytes.length; };
    http.perform();
    enforce(
        http.statusLine.code < 300,
        "HTTP " ~ http.statusLine.toString ~ " " ~ http.responseHeaders.get("location", "") ~ " " ~ cast(string) answer
    );

    writeln(parseJSON(cast(string) answer)["text"].str);
}
