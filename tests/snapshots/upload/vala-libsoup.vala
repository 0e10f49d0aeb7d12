// Upload a photo
// Install: apt install valac libsoup-3.0-dev libjson-glib-dev
// Run: valac --pkg libsoup-3.0 --pkg json-glib-1.0 upload.vala && PHOTOS_TOKEN=... ./upload

void run () throws Error {
    var photos_token = Environment.get_variable ("PHOTOS_TOKEN");
    if (photos_token == null) {
        throw new IOError.FAILED ("PHOTOS_TOKEN is not set");
    }

    var form = new Soup.Multipart ("multipart/form-data");
    form.append_form_string ("caption", "Sunset at the \"Blue Lagoon\"");
    form.append_form_string ("visibility", "friends");
    form.append_form_file (
        "photo",
        "sunset.jpg",
        "image/jpeg",
        File.new_for_path ("sunset.jpg").load_bytes ()
    );

    var session = new Soup.Session () { timeout = 30 };
    var message = new Soup.Message ("POST", "https://photos.example.org/albums/summer-2025/photos");
    message.request_headers.append ("Authorization", @"Bearer $(photos_token)");
    Bytes bytes;
    form.to_message (message.request_headers, out bytes);
    message.set_request_body_from_bytes (null, bytes);
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
    if (!reader.read_member ("url")) {
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
