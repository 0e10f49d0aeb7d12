// Replace an avatar
// Run: ldc2 app.d && FILES_API_KEY=... ./app

import core.time : seconds;
import std.exception : enforce;
import std.file : read;
import std.json : parseJSON;
import std.net.curl : CurlOption, HTTP;
import std.process : environment;
import std.stdio : writeln;

void main()
{
    auto http = HTTP("https://files.example.org/avatars/ada");
    http.handle.set(CurlOption.customrequest, "PUT");
    http.operationTimeout = 30.seconds;
    http.maxRedirects = uint.max; // none
    http.addRequestHeader("X-Api-Key", environment["FILES_API_KEY"]);
    const content = read("avatar.png");
    http.setPostData(content, "image/png");

    ubyte[] answer;
    http.onReceive = (ubyte[] bytes) { answer ~= bytes; return bytes.length; };
    http.perform();
    enforce(
        http.statusLine.code < 300,
        "HTTP " ~ http.statusLine.toString ~ " " ~ http.responseHeaders.get("location", "") ~ " " ~ cast(string) answer
    );

    writeln(parseJSON(cast(string) answer)["bytes"].toString);
}
