% */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
% Run: matlab -batch main

import matlab.net.URI
import matlab.net.http.HTTPOptions
import matlab.net.http.RequestMessage
import matlab.net.http.field.GenericField

text = '{"a": 1}';
body = unicode2native(text, "UTF-8");
headers = GenericField("Content-Type", "application/json");
request = RequestMessage("POST", headers, body);
options = HTTPOptions( ...
    "ConnectTimeout", 30, ...
    "ResponseTimeout", 30, ...
    "DataTimeout", 30, ...
    "MaxRedirects", 0, ...
    "ConvertResponse", false);

response = send(request, URI("https://api.example.com/notes", "literal"), options);
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
