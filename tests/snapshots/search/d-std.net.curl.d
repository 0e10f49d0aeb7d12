// Search a catalogue
// Run: ldc2 app.d && ./app

import core.time : seconds;
import std.exception : enforce;
import std.json : parseJSON;
import std.net.curl : HTTP;
import std.stdio : writeln;

void main()
{
    auto http = HTTP(
        "https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10"
    );
    http.operationTimeout = 30.seconds;
    http.maxRedirects = uint.max; // none
    http.addRequestHeader("X-Request-Id", "docs-0001");

    ubyte[] answer;
    http.onReceive = (ubyte[] bytes) { answer ~= bytes; return bytes.length; };
    http.perform();
    enforce(
        http.statusLine.code < 300,
        "HTTP " ~ http.statusLine.toString ~ " " ~ http.responseHeaders.get("location", "") ~ " " ~ cast(string) answer
    );

    writeln(parseJSON(cast(string) answer)["items"][0]["title"].str);
}
