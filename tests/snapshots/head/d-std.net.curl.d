// Look at a download before fetching it
// Run: ldc2 app.d && ./app

import core.time : seconds;
import std.exception : enforce;
import std.net.curl : HTTP;
import std.stdio : writeln;

void main()
{
    auto http = HTTP("https://downloads.example.net/releases/2.10/engine.tar.gz");
    http.method = HTTP.Method.head;
    http.operationTimeout = 30.seconds;
    http.maxRedirects = uint.max; // none
    http.addRequestHeader("Accept", "application/gzip");

    ubyte[] answer;
    http.onReceive = (ubyte[] bytes) { answer ~= bytes; return bytes.length; };
    http.perform();
    enforce(
        http.statusLine.code < 300,
        "HTTP " ~ http.statusLine.toString ~ " " ~ http.responseHeaders.get("location", "")
    );

    foreach (name, value; http.responseHeaders)
        writeln(name, ": ", value);
}
