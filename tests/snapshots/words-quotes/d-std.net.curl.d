// """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
// Run: ldc2 app.d && ./app

import core.time : seconds;
import std.exception : enforce;
import std.json : parseJSON;
import std.net.curl : HTTP;
import std.stdio : writeln;

void main()
{
    auto http = HTTP("https://api.example.com/notes");
    http.operationTimeout = 30.seconds;
    http.maxRedirects = uint.max; // none

    ubyte[] answer;
    http.onReceive = (ubyte[] bytes) { answer ~= bytes; return bytes.length; };
    http.perform();
    enforce(
        http.statusLine.code < 300,
        "HTTP " ~ http.statusLine.toString ~ " " ~ http.responseHeaders.get("location", "") ~ " " ~ cast(string) answer
    );

    writeln(parseJSON(cast(string) answer)["ok"].toString);
}
