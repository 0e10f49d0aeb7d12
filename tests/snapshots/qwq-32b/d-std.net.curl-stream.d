// QwQ-32B chat completion
// Run: ldc2 stream.d && MKEAI_API_KEY=... ./stream

import core.stdc.stdlib : exit;
import core.time : seconds;
import std.algorithm : startsWith;
import std.array : split;
import std.exception : enforce, ifThrown;
import std.json : parseJSON;
import std.net.curl : HTTP;
import std.process : environment;
import std.stdio : stderr, stdout, write, writeln;
import std.string : strip;

void main()
{
    auto http = HTTP("https://api.mkeai.com/v1/chat/completions");
    http.dataTimeout = 120.seconds;
    http.maxRedirects = uint.max; // none
    http.addRequestHeader("Authorization", "Bearer " ~ environment["MKEAI_API_KEY"]);
    const content = `{
  "model": "QwQ-32B",
  "messages": [{"role": "user", "content": "你好"}],
  "stream": true
}`;
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
            stderr.write(event["choices"][0]["delta"]["reasoning_content"].str.ifThrown(""));
            write(event["choices"][0]["delta"]["content"].str.ifThrown(""));
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
