// Read a cart with a session cookie
// Install: npm install axios
// Run: SHOP_SESSION=... SHOP_DEVICE=... node session-cookie.mjs

import axios from "axios";

if (!process.env.SHOP_SESSION) throw new Error("SHOP_SESSION is not set");
if (!process.env.SHOP_DEVICE) throw new Error("SHOP_DEVICE is not set");

try {
  const response = await axios.get("https://shop.example.com/cart", {
    params: { currency: "EUR" },
    headers: {
      Cookie: `session=${process.env.SHOP_SESSION}; device=${process.env.SHOP_DEVICE}; prefs=currency=EUR+tax/incl==`,
    },
    timeout: 30000,
  });
  console.log(response.data.items[0].sku);
} catch (error) {
  console.error(error.message, error.response?.data ?? "");
  process.exit(1);
}
