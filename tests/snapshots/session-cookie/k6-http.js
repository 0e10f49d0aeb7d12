// Read a cart with a session cookie
// Run: SHOP_SESSION=... SHOP_DEVICE=... k6 run --quiet --summary-mode=disabled --log-format=raw --console-output=/dev/stdout session-cookie.js

import exec from "k6/execution";
import http from "k6/http";

if (!__ENV.SHOP_SESSION) throw new Error("SHOP_SESSION is not set");
if (!__ENV.SHOP_DEVICE) throw new Error("SHOP_DEVICE is not set");

export const options = { vus: 1, iterations: 1 };

export default function () {
  const url = "https://shop.example.com/cart?currency=EUR";
  const params = {
    headers: {
      Cookie: `session=${__ENV.SHOP_SESSION}; device=${__ENV.SHOP_DEVICE}; prefs=currency=EUR+tax/incl==`,
    },
    redirects: 0,
    timeout: "30s",
  };
  const response = http.get(url, params);
  if (response.error || response.status >= 300) {
    const reason = response.error || response.headers.Location || response.body;
    exec.test.abort(`HTTP ${response.status}: ${reason}`);
  }
  try {
    console.log(response.json().items[0].sku);
  } catch (error) {
    exec.test.abort(`${error.message}: ${response.body}`);
  }
}
