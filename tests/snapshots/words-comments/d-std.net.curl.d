// */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
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
    const content = `{"a": 1}`;
    http.setPostData(content, "application/json");

    ubyte[] answer;
    http.onReceive = (ubyte[] bytes) { answer ~= bytes; return bytes.length; };
    http.perform();
    enforce(
        http.statusLine.code < 300,
        "HTTP " ~ http.statusLine.toString ~ " " ~ http.responseHeaders.get("location", "") ~ " " ~ cast(string) answer
    );

    writeln(parseJSON(cast(string) answer)["ok"].toString);
}
