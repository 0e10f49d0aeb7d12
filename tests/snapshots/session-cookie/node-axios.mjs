// Read a cart with a session cookie
// Install: npm install axios
// Run: SHOP_SESSION=... SHOP_DEVICE=... node session-cookie.mjs

import axios from "axios";

for (const name of ["SHOP_SESSION", "SHOP_DEVICE"]) {
  if (!process.env[name]) {
    console.error(`${name} is not set.`);
    process.exit(1);
  }
}

try {
  const response = await axios({
    url: "https://shop.example.com/cart?currency=EUR",
    headers: {
      Cookie: `session=${process.env.SHOP_SESSION}; device=${process.env.SHOP_DEVICE}; prefs=currency=EUR+tax/incl==`,
    },
    maxRedirects: 0,
    responseType: "text",
    timeout: 30000,
  });
  console.log(JSON.parse(response.data).items[0].sku);
} catch (error) {
  const { headers, data } = error.response ?? {};
  console.error(error.message, headers?.location ?? data ?? "");
  process.exit(1);
}
