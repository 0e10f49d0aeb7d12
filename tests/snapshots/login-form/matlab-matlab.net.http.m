% Log in with a form
% Run: ACCOUNT_PASSWORD=... matlab -batch main

import matlab.net.URI
import matlab.net.http.HTTPOptions
import matlab.net.http.RequestMessage
import matlab.net.http.field.GenericField

accountPassword = string(getenv("ACCOUNT_PASSWORD"));
if accountPassword == ""
    error("ACCOUNT_PASSWORD is not set")
end

text = "username=ada%40example.com&password=" + encode(accountPassword) + "&scope=profile&scope=orders&device=";
body = unicode2native(text, "UTF-8");
headers = GenericField("Content-Type", "application/x-www-form-urlencoded");
request = RequestMessage("POST", headers, body);
options = HTTPOptions( ...
    "ConnectTimeout", 30, ...
    "ResponseTimeout", 30, ...
    "DataTimeout", 30, ...
    "MaxRedirects", 0, ...
    "ConvertResponse", false);

response = send(request, URI("https://accounts.example.com/login", "literal"), options);
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

answer = jsondecode(answer);
fprintf("%s\n", answer.session.id)

function text = encode(text)
    bytes = unicode2native(text, "UTF-8");
    text = join("%" + string(dec2hex(double(bytes), 2)), "");
end
