// Replace an avatar
// Install: apt install valac libsoup-3.0-dev libjson-glib-dev
// Run: valac --pkg libsoup-3.0 --pkg json-glib-1.0 put-binary.vala &&
// FILES_API_KEY=... ./put-binary

void run () throws Error {
    var files_api_key = Environment.get_variable ("FILES_API_KEY");
    if (files_api_key == null) {
        throw new IOError.FAILED ("FILES_API_KEY is not set");
    }

    var session = new Soup.Session () { timeout = 30 };
    var message = new Soup.Message ("PUT", "https://files.example.org/avatars/ada");
    message.add_flags (Soup.MessageFlags.NO_REDIRECT);
    message.request_headers.append ("X-Api-Key", files_api_key);
    message.set_request_body_from_bytes (
        "image/png",
        File.new_for_path ("avatar.png").load_bytes ()
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
    var node = parser.get_root ().get_object ().get_member ("bytes");
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
