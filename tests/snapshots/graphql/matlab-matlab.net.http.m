% Ask a GraphQL API
% Run: CODE_TOKEN=... matlab -batch main

import matlab.net.URI
import matlab.net.http.HTTPOptions
import matlab.net.http.RequestMessage
import matlab.net.http.field.GenericField

codeToken = string(getenv("CODE_TOKEN"));
if codeToken == ""
    error("CODE_TOKEN is not set")
end

text = "{""query"": ""query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {\n  repository(owner: $owner, name: $name) {\n    issues(first: $count, states: [OPEN]) {\n      nodes { number title }\n    }\n  }\n}\n"", ""variables"": {""owner"": ""ada"", ""name"": ""engine"", ""count"": 2}}";
body = unicode2native(text, "UTF-8");
headers = [ ...
    GenericField("Authorization", "Bearer " + codeToken), ...
    GenericField("Content-Type", "application/json")];
request = RequestMessage("POST", headers, body);
options = HTTPOptions( ...
    "ConnectTimeout", 30, ...
    "ResponseTimeout", 30, ...
    "DataTimeout", 30, ...
    "MaxRedirects", 0, ...
    "ConvertResponse", false);

response = send(request, URI("https://code.example.com/graphql", "literal"), options);
answer = "";
if ~isempty(response.Body)
    answer = response.Body.Data;
end
if isnumeric(answer)
    answer = native2unicode(answer(:)', "UTF-8");
end
if double(response.StatusCode) >= 300
    error("HTTP %d: %s", double(response.StatusCode), answer)
end

fprintf("%s\n", answer)
