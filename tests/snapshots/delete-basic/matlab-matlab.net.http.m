% Delete a user's key
% Run: ADMIN_USER=... ADMIN_PASSWORD=... matlab -batch main

import matlab.net.URI
import matlab.net.http.HTTPOptions
import matlab.net.http.RequestMessage
import matlab.net.http.field.GenericField

adminUser = string(getenv("ADMIN_USER"));
if adminUser == ""
    error("ADMIN_USER is not set")
end
adminPassword = string(getenv("ADMIN_PASSWORD"));
if adminPassword == ""
    error("ADMIN_PASSWORD is not set")
end

account = adminUser + ":" + adminPassword;
credentials = string(matlab.net.base64encode(unicode2native(account, "UTF-8")));
headers = [ ...
    GenericField("Authorization", "Basic " + credentials)];
request = RequestMessage("DELETE", headers);
options = HTTPOptions( ...
    "ConnectTimeout", 30, ...
    "ResponseTimeout", 30, ...
    "DataTimeout", 30, ...
    "MaxRedirects", 0, ...
    "ConvertResponse", false);

response = send(request, URI("https://api.example.net/v2/users/1042/keys/laptop%20%28old%29", "literal"), options);
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
