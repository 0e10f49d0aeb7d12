// Delete a user's key
// Run: ldc2 app.d && ADMIN_USER=... ADMIN_PASSWORD=... ./app

import core.time : seconds;
import std.exception : enforce;
import std.net.curl : HTTP;
import std.process : environment;
import std.stdio : writeln;

void main()
{
    auto http = HTTP("https://api.example.net/v2/users/1042/keys/laptop%20%28old%29");
    http.method = HTTP.Method.del;
    http.operationTimeout = 30.seconds;
    http.maxRedirects = uint.max; // none
    http.setAuthentication(environment["ADMIN_USER"], environment["ADMIN_PASSWORD"]);

    ubyte[] answer;
    http.onReceive = (ubyte[] bytes) { answer ~= bytes; return bytes.length; };
    http.perform();
    enforce(
        http.statusLine.code < 300,
        "HTTP " ~ http.statusLine.toString ~ " " ~ http.responseHeaders.get("location", "") ~ " " ~ cast(string) answer
    );

    writeln(cast(string) answer);
}
