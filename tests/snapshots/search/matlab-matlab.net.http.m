% Search a catalogue
% Run: matlab -batch main

import matlab.net.URI
import matlab.net.http.HTTPOptions
import matlab.net.http.RequestMessage
import matlab.net.http.field.GenericField

headers = GenericField("X-Request-Id", "docs-0001");
request = RequestMessage("GET", headers);
options = HTTPOptions( ...
    "ConnectTimeout", 30, ...
    "ResponseTimeout", 30, ...
    "DataTimeout", 30, ...
    "ConvertResponse", false);

response = send(request, URI("https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10", "literal"), options);
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
fprintf("%s\n", item(answer.items, 1).title)

function value = item(list, index)
    if iscell(list)
        value = list{index};
    else
        value = list(index);
    end
end
