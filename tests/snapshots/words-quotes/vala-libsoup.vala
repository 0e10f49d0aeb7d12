// """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
// Install: apt install valac libsoup-3.0-dev libjson-glib-dev
// Run: valac --pkg libsoup-3.0 --pkg json-glib-1.0 words-quotes.vala && ./words-quotes

void run () throws Error {
    var session = new Soup.Session () { timeout = 30 };
    var message = new Soup.Message ("GET", "https://api.example.com/notes");
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
    var node = parser.get_root ().get_object ().get_member ("ok");
    if (node == null) {
        throw new IOError.FAILED ("%.*s", (int) answer.get_size (), (string) answer.get_data ());
    }
    stdout.printf ("%s\n", Json.to_string (node, false));
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
