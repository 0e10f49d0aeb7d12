// Log in with a form
// Install: apt install valac libsoup-3.0-dev libjson-glib-dev
// Run: valac --pkg libsoup-3.0 --pkg json-glib-1.0 login-form.vala &&
// ACCOUNT_PASSWORD=... ./login-form

void run () throws Error {
    var account_password = Environment.get_variable ("ACCOUNT_PASSWORD");
    if (account_password == null) {
        throw new IOError.FAILED ("ACCOUNT_PASSWORD is not set");
    }

    var body =
        "username=ada%40example.com&password="
            + Uri.escape_string (account_password, null, false)
            + "&scope=profile&scope=orders&device=";

    var session = new Soup.Session () { timeout = 30 };
    var message = new Soup.Message ("POST", "https://accounts.example.com/login");
    message.add_flags (Soup.MessageFlags.NO_REDIRECT);
    message.set_request_body_from_bytes (
        "application/x-www-form-urlencoded",
        new Bytes (body.data)
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
    if (!(reader.read_member ("session") && reader.read_member ("id"))) {
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
