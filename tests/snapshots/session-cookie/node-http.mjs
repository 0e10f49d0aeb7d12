// Read a cart with a session cookie
// Run: SHOP_SESSION=... SHOP_DEVICE=... node session-cookie.mjs

import { once } from "node:events";
import https from "node:https";
import { text } from "node:stream/consumers";

for (const name of ["SHOP_SESSION", "SHOP_DEVICE"]) {
  if (!process.env[name]) {
    console.error(`${name} is not set.`);
    process.exit(1);
  }
}

const url = "https://shop.example.com/cart?currency=EUR";
const request = https.request(url, {
  headers: {
    Cookie: `session=${process.env.SHOP_SESSION}; device=${process.env.SHOP_DEVICE}; prefs=currency=EUR+tax/incl==`,
  },
  timeout: 30000,
});
request.on("timeout", () => request.destroy(new Error("Timed out.")));
request.end();
const [response] = await once(request, "response");
const answer = await text(response);
if (response.statusCode >= 300) {
  const reason = response.headers.location ?? answer;
  console.error(response.statusCode, response.statusMessage, reason);
  process.exit(1);
}
console.log(JSON.parse(answer).items[0].sku);
