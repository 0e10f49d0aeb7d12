// Read a cart with a session cookie
// Run: SHOP_SESSION=... SHOP_DEVICE=... deno run --allow-net --allow-env --allow-read session-cookie.ts

interface Answer {
  items: { sku: string }[];
}

if (!process.env.SHOP_SESSION) throw new Error("SHOP_SESSION is not set");
if (!process.env.SHOP_DEVICE) throw new Error("SHOP_DEVICE is not set");

const url = new URL("https://shop.example.com/cart");
url.search = new URLSearchParams({ currency: "EUR" }).toString();
const response = await fetch(url, {
  headers: {
    Cookie: `session=${process.env.SHOP_SESSION}; device=${process.env.SHOP_DEVICE}; prefs=currency=EUR+tax/incl==`,
  },
  signal: AbortSignal.timeout(30000),
});
if (!response.ok) {
  throw new Error(`HTTP ${response.status}: ${await response.text()}`);
}
const answer = (await response.json()) as Answer;
console.log(answer.items[0].sku);
