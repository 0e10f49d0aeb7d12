// Ask a private model, with a user name that is no secret
// Run: ldc2 stream.d && MODEL_PASSWORD=... ./stream

import core.stdc.stdlib : exit;
import core.time : seconds;
import std.algorithm : startsWith;
import std.array : split;
import std.exception : enforce, ifThrown;
import std.json : parseJSON;
import std.net.curl : HTTP;
import std.process : environment;
import std.stdio : stdout, write, writeln;
import std.string : strip;

void main()
{
    auto http = HTTP("https://model.example.com/v1/chat");
    http.dataTimeout = 120.seconds;
    http.maxRedirects = uint.max; // none
    http.authenticationMethod = HTTP.AuthMethod.digest;
    http.setAuthentication("admin", environment["MODEL_PASSWORD"]);
    const content = `{"prompt": "Say “hello”", "stream": true}`;
    http.setPostData(content, "application/json");

    string rest, last;
    http.onReceive = (ubyte[] bytes) {
        rest ~= cast(string) bytes;
        if (http.statusLine.code >= 300)
            return bytes.length;
        const lines = rest.split('\n');
        rest = lines[$ - 1];
        foreach (line; lines[0 .. $ - 1])
        {
            if (!line.startsWith("data:"))
            {
                last ~= line;
                continue;
            }
            const data = line["data:".length .. $].strip;
            if (data == "[DONE]")
            {
                writeln();
                exit(0);
            }
            const event = parseJSON(data);
            write(event["text"].str.ifThrown(""));
            stdout.flush();
            last = line;
        }
        return bytes.length;
    };
    http.perform();
    enforce(
        http.statusLine.code < 300,
        "HTTP " ~ http.statusLine.toString ~ " " ~ http.responseHeaders.get("location", "") ~ " " ~ rest
    );
    enforce(false, "The stream ended unexpectedly. " ~ last ~ rest);
}
