// QwQ-32B chat completion
// Install: apt install valac libsoup-3.0-dev libjson-glib-dev
// Run: valac --pkg libsoup-3.0 --pkg json-glib-1.0 qwq-32b-stream.vala &&
// MKEAI_API_KEY=... ./qwq-32b-stream

void run () throws Error {
    var mkeai_api_key = Environment.get_variable ("MKEAI_API_KEY");
    if (mkeai_api_key == null) {
        throw new IOError.FAILED ("MKEAI_API_KEY is not set");
    }

    var body = """{
  "model": "QwQ-32B",
  "messages": [{"role": "user", "content": "你好"}],
  "stream": true
}""";

    var session = new Soup.Session () { timeout = 120 };
    var message = new Soup.Message ("POST", "https://api.mkeai.com/v1/chat/completions");
    message.request_headers.append ("Authorization", @"Bearer $(mkeai_api_key)");
    message.set_request_body_from_bytes ("application/json", new Bytes (body.data));
    var lines = new DataInputStream (session.send (message));

    if (message.status_code >= 300) {
        var answer = lines.read_upto ("", 0, null);
        throw new IOError.FAILED (
            "HTTP %u %s\n%s",
            message.status_code,
            message.response_headers.get_one ("Location") ?? "",
            answer ?? ""
        );
    }

    lines.newline_type = DataStreamNewlineType.ANY;
    string? line, rest = "";
    while ((line = lines.read_line ()) != null) {
        if (!line.has_prefix ("data:")) {
            rest += line;
            continue;
        }
        rest = line.substring (line.has_prefix ("data: ") ? 6 : 5);
        if (rest == "[DONE]") {
            stdout.putc ('\n');
            return;
        }
        var reader = new Json.Reader (Json.from_string (rest));
        if (
            reader.read_member ("choices")
            && reader.read_element (0)
            && reader.read_member ("delta")
        ) {
            reader.read_member ("reasoning_content");
            stderr.puts (reader.get_string_value () ?? "");
            reader.end_member ();
            reader.read_member ("content");
            stdout.puts (reader.get_string_value () ?? "");
        }
        stdout.flush ();
    }
    throw new IOError.FAILED ("The stream ended unexpectedly. %s", rest);
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
