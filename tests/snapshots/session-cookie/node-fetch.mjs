// Read a cart with a session cookie
// Run: SHOP_SESSION=... SHOP_DEVICE=... node session-cookie.mjs

for (const name of ["SHOP_SESSION", "SHOP_DEVICE"]) {
  if (!process.env[name]) {
    console.error(`${name} is not set.`);
    process.exit(1);
  }
}

const url = "https://shop.example.com/cart?currency=EUR";
const response = await fetch(url, {
  headers: {
    Cookie: `session=${process.env.SHOP_SESSION}; device=${process.env.SHOP_DEVICE}; prefs=currency=EUR+tax/incl==`,
  },
  redirect: "manual",
  signal: AbortSignal.timeout(30000),
});
if (!response.ok) {
  const reason = response.headers.get("location") ?? (await response.text());
  console.error(response.status, response.statusText, reason);
  process.exit(1);
}
const answer = await response.json();
console.log(answer.items[0].sku);
