// Read the state of a camera
// Run: ldc2 app.d && CAMERA_USER=... CAMERA_PASSWORD=... ./app

import core.time : seconds;
import std.exception : enforce;
import std.net.curl : HTTP;
import std.process : environment;
import std.stdio : writeln;

void main()
{
    auto http = HTTP("https://camera.example.com/api/v1/state?fields=zoom,focus");
    http.operationTimeout = 30.seconds;
    http.maxRedirects = uint.max; // none
    http.authenticationMethod = HTTP.AuthMethod.digest;
    http.setAuthentication(environment["CAMERA_USER"], environment["CAMERA_PASSWORD"]);

    ubyte[] answer;
    http.onReceive = (ubyte[] bytes) { answer ~= bytes; return bytes.length; };
    http.perform();
    enforce(
        http.statusLine.code < 300,
        "HTTP " ~ http.statusLine.toString ~ " " ~ http.responseHeaders.get("location", "") ~ " " ~ cast(string) answer
    );

    writeln(cast(string) answer);
}
