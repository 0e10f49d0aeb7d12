// Log in with a form
// Run: ldc2 app.d && ACCOUNT_PASSWORD=... ./app

import core.time : seconds;
import std.exception : enforce;
import std.json : parseJSON;
import std.net.curl : HTTP;
import std.process : environment;
import std.stdio : writeln;
import std.uri : encodeComponent;

void main()
{
    auto http = HTTP("https://accounts.example.com/login");
    http.operationTimeout = 30.seconds;
    http.maxRedirects = uint.max; // none
    const content =
        "username=ada%40example.com&password=" ~
            encodeComponent(environment["ACCOUNT_PASSWORD"]) ~
            "&scope=profile&scope=orders&device=";
    http.setPostData(content, "application/x-www-form-urlencoded");

    ubyte[] answer;
    http.onReceive = (ubyte[] bytes) { answer ~= bytes; return bytes.length; };
    http.perform();
    enforce(
        http.statusLine.code < 300,
        "HTTP " ~ http.statusLine.toString ~ " " ~ http.responseHeaders.get("location", "") ~ " " ~ cast(string) answer
    );

    writeln(parseJSON(cast(string) answer)["session"]["id"].str);
}
