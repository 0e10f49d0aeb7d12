// Search a catalogue
// Install: apt install valac libsoup-3.0-dev libjson-glib-dev
// Run: valac --pkg libsoup-3.0 --pkg json-glib-1.0 search.vala && ./search

void run () throws Error {
    var session = new Soup.Session () { timeout = 30 };
    var message = new Soup.Message (
        "GET",
        "https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10"
    );
    message.request_headers.append ("X-Request-Id", "docs-0001");
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
    if (!(
        reader.read_member ("items")
        && reader.read_element (0)
        && reader.read_member ("title")
    )) {
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
