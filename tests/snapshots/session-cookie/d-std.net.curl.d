// Read a cart with a session cookie
// Run: ldc2 app.d && SHOP_SESSION=... SHOP_DEVICE=... ./app

import core.time : seconds;
import std.exception : enforce;
import std.json : parseJSON;
import std.net.curl : HTTP;
import std.process : environment;
import std.stdio : writeln;

void main()
{
    auto http = HTTP("https://shop.example.com/cart?currency=EUR");
    http.operationTimeout = 30.seconds;
    http.maxRedirects = uint.max; // none
    http.addRequestHeader(
        "Cookie",
        "session=" ~
            environment["SHOP_SESSION"] ~
            "; device=" ~
            environment["SHOP_DEVICE"] ~
            "; prefs=currency=EUR+tax/incl=="
    );

    ubyte[] answer;
    http.onReceive = (ubyte[] bytes) { answer ~= bytes; return bytes.length; };
    http.perform();
    enforce(
        http.statusLine.code < 300,
        "HTTP " ~ http.statusLine.toString ~ " " ~ http.responseHeaders.get("location", "") ~ " " ~ cast(string) answer
    );

    writeln(parseJSON(cast(string) answer)["items"][0]["sku"].str);
}
