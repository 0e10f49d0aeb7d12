% Replace an avatar
% Run: FILES_API_KEY=... matlab -batch main

import matlab.net.URI
import matlab.net.http.HTTPOptions
import matlab.net.http.RequestMessage
import matlab.net.http.field.GenericField

filesApiKey = string(getenv("FILES_API_KEY"));
if filesApiKey == ""
    error("FILES_API_KEY is not set")
end

[file, reason] = fopen("avatar.png");
if file < 0
    error("%s: %s", "avatar.png", reason)
end
body = fread(file, [1 Inf], "*uint8");
fclose(file);
headers = [ ...
    GenericField("X-Api-Key", filesApiKey), ...
    GenericField("Content-Type", "image/png")];
request = RequestMessage("PUT", headers, body);
options = HTTPOptions( ...
    "ConnectTimeout", 30, ...
    "ResponseTimeout", 30, ...
    "DataTimeout", 30, ...
    "MaxRedirects", 0, ...
    "ConvertResponse", false);

response = send(request, URI("https://files.example.org/avatars/ada", "literal"), options);
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
