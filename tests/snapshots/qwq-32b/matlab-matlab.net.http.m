% QwQ-32B chat completion
% Run: MKEAI_API_KEY=... matlab -batch main

import matlab.net.URI
import matlab.net.http.HTTPOptions
import matlab.net.http.RequestMessage
import matlab.net.http.field.GenericField

mkeaiApiKey = string(getenv("MKEAI_API_KEY"));
if mkeaiApiKey == ""
    error("MKEAI_API_KEY is not set")
end

text = '{"model": "QwQ-32B", "messages": [{"role": "user", "content": "你好"}], "stream": false}';
body = unicode2native(text, "UTF-8");
headers = [ ...
    GenericField("Authorization", "Bearer " + mkeaiApiKey), ...
    GenericField("Content-Type", "application/json")];
request = RequestMessage("POST", headers, body);
options = HTTPOptions( ...
    "ConnectTimeout", 120, ...
    "ResponseTimeout", 120, ...
    "DataTimeout", 120, ...
    "MaxRedirects", 0, ...
    "ConvertResponse", false);

response = send(request, URI("https://api.mkeai.com/v1/chat/completions", "literal"), options);
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
fprintf("%s\n", item(answer.choices, 1).message.content)

function value = item(list, index)
    if iscell(list)
        value = list{index};
    else
        value = list(index);
    end
end
