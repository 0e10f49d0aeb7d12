// Look at a download before fetching it
// Install: apt install valac libsoup-3.0-dev
// Run: valac --pkg libsoup-3.0 head.vala && ./head

void run () throws Error {
    var session = new Soup.Session () { timeout = 30 };
    var message = new Soup.Message (
        "HEAD",
        "https://downloads.example.net/releases/2.10/engine.tar.gz"
    );
    message.request_headers.append ("Accept", "application/gzip");
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

    message.response_headers.foreach ((name, value) => stdout.printf ("%s: %s\n", name, value));
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
