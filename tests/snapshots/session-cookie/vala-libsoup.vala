// Read a cart with a session cookie
// Install: apt install valac libsoup-3.0-dev libjson-glib-dev
// Run: valac --pkg libsoup-3.0 --pkg json-glib-1.0 session-cookie.vala &&
// SHOP_SESSION=... SHOP_DEVICE=... ./session-cookie

void run () throws Error {
    var shop_session = Environment.get_variable ("SHOP_SESSION");
    if (shop_session == null) {
        throw new IOError.FAILED ("SHOP_SESSION is not set");
    }
    var shop_device = Environment.get_variable ("SHOP_DEVICE");
    if (shop_device == null) {
        throw new IOError.FAILED ("SHOP_DEVICE is not set");
    }

    var session = new Soup.Session () { timeout = 30 };
    var message = new Soup.Message ("GET", "https://shop.example.com/cart?currency=EUR");
    message.request_headers.append (
        "Cookie",
        @"session=$(shop_session); device=$(shop_device); prefs=currency=EUR+tax/incl=="
    );
    var answer = session.send_and_read (message);

    if (message.status_code >= 300) {
        throw new IOError.FAILED (
            "HTTP %u %s\n%.*s",
            message.status_code,
            message.response_headers.get_one ("Location") ?? "",
            (int) answer.get_size (),
            (string) answer.get_data ()
        );
    }

    var parser = new Json.Parser ();
    parser.load_from_data ((string) answer.get_data (), (ssize_t) answer.get_size ());
    var reader = new Json.Reader (parser.get_root ());
    if (!(reader.read_member ("items") && reader.read_element (0) && reader.read_member ("sku"))) {
        throw reader.get_error ().copy ();
    }
    stdout.printf ("%s\n", reader.get_string_value ());
}

int main () {
    try {
        run ();
    } catch (Error error) {
        stderr.printf ("%s\n", error.message);
        return 1;
    }
    return 0;
}
