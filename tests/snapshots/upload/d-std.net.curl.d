// Upload a photo
// Run: ldc2 app.d && PHOTOS_TOKEN=... ./app

import core.time : seconds;
import std.exception : enforce;
import std.file : read;
import std.json : parseJSON;
import std.net.curl : HTTP;
import std.process : environment;
import std.stdio : writeln;
import std.uuid : randomUUID;

void main()
{
    auto http = HTTP("https://photos.example.org/albums/summer-2025/photos");
    http.operationTimeout = 30.seconds;
    http.maxRedirects = uint.max; // none
    http.addRequestHeader("Authorization", "Bearer " ~ environment["PHOTOS_TOKEN"]);
    const boundary = randomUUID().toString;
    const parts = [
        [`Content-Disposition: form-data; name="caption"`, `Sunset at the "Blue Lagoon"`],
        [`Content-Disposition: form-data; name="visibility"`, "friends"],
        [
            "Content-Disposition: form-data; name=\"photo\"; filename=\"sunset.jpg\"\r\nContent-Type: image/jpeg",
            cast(string) read("sunset.jpg")
        ],
    ];
    string content;
    foreach (part; parts)
        content ~= "--" ~ boundary ~ "\r\n" ~ part[0] ~ "\r\n\r\n" ~ part[1] ~ "\r\n";
    content ~= "--" ~ boundary ~ "--\r\n";
    http.setPostData(content, "multipart/form-data; boundary=" ~ boundary);

    ubyte[] answer;
    http.onReceive = (ubyte[] bytes) { answer ~= bytes; return bytes.length; };
    http.perform();
    enforce(
        http.statusLine.code < 300,
        "HTTP " ~ http.statusLine.toString ~ " " ~ http.responseHeaders.get("location", "") ~ " " ~ cast(string) answer
    );

    writeln(parseJSON(cast(string) answer)["url"].str);
}
