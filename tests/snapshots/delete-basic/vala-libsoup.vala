// Delete a user's key
// Install: apt install valac libsoup-3.0-dev
// Run: valac --pkg libsoup-3.0 delete-basic.vala &&
// ADMIN_USER=... ADMIN_PASSWORD=... ./delete-basic

void run () throws Error {
    var admin_user = Environment.get_variable ("ADMIN_USER");
    if (admin_user == null) {
        throw new IOError.FAILED ("ADMIN_USER is not set");
    }
    var admin_password = Environment.get_variable ("ADMIN_PASSWORD");
    if (admin_password == null) {
        throw new IOError.FAILED ("ADMIN_PASSWORD is not set");
    }

    var session = new Soup.Session () { timeout = 30 };
    var message = new Soup.Message (
        "DELETE",
        "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29"
    );
    message.add_flags (Soup.MessageFlags.NO_REDIRECT);
    var credentials = @"$(admin_user):$(admin_password)";
    message.request_headers.append ("Authorization", "Basic " + Base64.encode (credentials.data));
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

    stdout.write (answer.get_data ());
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
