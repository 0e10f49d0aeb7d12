// Read a cart with a session cookie
// Run: SHOP_SESSION=... SHOP_DEVICE=... node session-cookie.mjs

import { once } from "node:events";
import https from "node:https";
import { text } from "node:stream/consumers";

if (!process.env.SHOP_SESSION) throw new Error("SHOP_SESSION is not set");
if (!process.env.SHOP_DEVICE) throw new Error("SHOP_DEVICE is not set");

const url = new URL("https://shop.example.com/cart");
url.search = new URLSearchParams({ currency: "EUR" });
const request = https.request(url, {
  headers: {
    Cookie: `session=${process.env.SHOP_SESSION}; device=${process.env.SHOP_DEVICE}; prefs=currency=EUR+tax/incl==`,
  },
  timeout: 30000,
});
request.on("timeout", () => request.destroy(new Error("ETIMEDOUT")));
request.end();
const [response] = await once(request, "response");
if (response.statusCode >= 300) {
  const reason = response.headers.location ?? (await text(response));
  throw new Error(`HTTP ${response.statusCode}: ${reason}`);
}
const answer = JSON.parse(await text(response));
console.log(answer.items[0].sku);
