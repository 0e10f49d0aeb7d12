% Read a cart with a session cookie
% Run: SHOP_SESSION=... SHOP_DEVICE=... matlab -batch main

import matlab.net.URI
import matlab.net.http.HTTPOptions
import matlab.net.http.RequestMessage
import matlab.net.http.field.GenericField

shopSession = string(getenv("SHOP_SESSION"));
if shopSession == ""
    error("SHOP_SESSION is not set")
end
shopDevice = string(getenv("SHOP_DEVICE"));
if shopDevice == ""
    error("SHOP_DEVICE is not set")
end

headers = GenericField("Cookie", "session=" + shopSession + "; device=" + shopDevice + "; prefs=currency=EUR+tax/incl==");
request = RequestMessage("GET", headers);
options = HTTPOptions( ...
    "ConnectTimeout", 30, ...
    "ResponseTimeout", 30, ...
    "DataTimeout", 30, ...
    "MaxRedirects", 0, ...
    "ConvertResponse", false);

response = send(request, URI("https://shop.example.com/cart?currency=EUR", "literal"), options);
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
fprintf("%s\n", item(answer.items, 1).sku)

function value = item(list, index)
    if iscell(list)
        value = list{index};
    else
        value = list(index);
    end
end
