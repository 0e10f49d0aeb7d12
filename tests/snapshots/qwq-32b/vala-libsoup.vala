// QwQ-32B chat completion
// Install: apt install valac libsoup-3.0-dev libjson-glib-dev
// Run: valac --pkg libsoup-3.0 --pkg json-glib-1.0 qwq-32b.vala && MKEAI_API_KEY=... ./qwq-32b

void run () throws Error {
    var mkeai_api_key = Environment.get_variable ("MKEAI_API_KEY");
    if (mkeai_api_key == null) {
        throw new IOError.FAILED ("MKEAI_API_KEY is not set");
    }

    var body = """{
  "model": "QwQ-32B",
  "messages": [{"role": "user", "content": "你好"}],
  "stream": false
}""";

    var session = new Soup.Session () { timeout = 120 };
    var message = new Soup.Message ("POST", "https://api.mkeai.com/v1/chat/completions");
    message.request_headers.append ("Authorization", @"Bearer $(mkeai_api_key)");
    message.set_request_body_from_bytes ("application/json", new Bytes (body.data));
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
        reader.read_member ("choices")
        && reader.read_element (0)
        && reader.read_member ("message")
        && reader.read_member ("content")
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
