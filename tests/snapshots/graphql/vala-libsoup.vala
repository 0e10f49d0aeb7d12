// Ask a GraphQL API
// Install: apt install valac libsoup-3.0-dev libjson-glib-dev
// Run: valac --pkg libsoup-3.0 --pkg json-glib-1.0 graphql.vala && CODE_TOKEN=... ./graphql

void run () throws Error {
    var code_token = Environment.get_variable ("CODE_TOKEN");
    if (code_token == null) {
        throw new IOError.FAILED ("CODE_TOKEN is not set");
    }

    var body = """{
  "query": "query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {\n  repository(owner: $owner, name: $name) {\n    issues(first: $count, states: [OPEN]) {\n      nodes { number title }\n    }\n  }\n}\n",
  "variables": {"owner": "ada", "name": "engine", "count": 2}
}""";

    var session = new Soup.Session () { timeout = 30 };
    var message = new Soup.Message ("POST", "https://code.example.com/graphql");
    message.request_headers.append ("Authorization", @"Bearer $(code_token)");
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
    var node = parser.get_root ()
        .get_object ().get_member ("data")
        .get_object ().get_member ("repository")
        .get_object ().get_member ("issues")
        .get_object ().get_member ("nodes");
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
