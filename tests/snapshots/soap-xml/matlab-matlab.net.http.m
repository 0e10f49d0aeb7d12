% Convert a temperature with SOAP
% Run: matlab -batch main

import matlab.net.URI
import matlab.net.http.HTTPOptions
import matlab.net.http.RequestMessage
import matlab.net.http.field.GenericField

text = "<?xml version=""1.0"" encoding=""utf-8""?>" + newline + "<soap:Envelope xmlns:soap=""http://schemas.xmlsoap.org/soap/envelope/"">" + newline + "  <soap:Body>" + newline + "    <CelsiusToFahrenheit xmlns=""https://soap.example.com/"">" + newline + "      <Celsius>21.5</Celsius>" + newline + "    </CelsiusToFahrenheit>" + newline + "  </soap:Body>" + newline + "</soap:Envelope>" + newline;
body = unicode2native(text, "UTF-8");
headers = [ ...
    GenericField("SOAPAction", '"https://soap.example.com/CelsiusToFahrenheit"'), ...
    GenericField("Content-Type", "text/xml; charset=utf-8")];
request = RequestMessage("POST", headers, body);
options = HTTPOptions( ...
    "ConnectTimeout", 30, ...
    "ResponseTimeout", 30, ...
    "DataTimeout", 30, ...
    "MaxRedirects", 0, ...
    "ConvertResponse", false);

response = send(request, URI("https://soap.example.com/temperature.asmx", "literal"), options);
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
