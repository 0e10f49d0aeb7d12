% Look at a download before fetching it
% Run: matlab -batch main

import matlab.net.URI
import matlab.net.http.HTTPOptions
import matlab.net.http.RequestMessage
import matlab.net.http.field.GenericField

headers = GenericField("Accept", "application/gzip");
request = RequestMessage("HEAD", headers);
options = HTTPOptions( ...
    "ConnectTimeout", 30, ...
    "ResponseTimeout", 30, ...
    "DataTimeout", 30, ...
    "ConvertResponse", false);

response = send(request, URI("https://downloads.example.net/releases/2.10/engine.tar.gz", "literal"), options);
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

for index = 1:numel(response.Header)
    fprintf("%s: %s\n", response.Header(index).Name, response.Header(index).Value)
end
