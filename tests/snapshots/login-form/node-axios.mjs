// Log in with a form
// Install: npm install axios
// Run: ACCOUNT_PASSWORD=... node login-form.mjs

import axios from "axios";

if (!process.env.ACCOUNT_PASSWORD) {
  console.error("ACCOUNT_PASSWORD is not set.");
  process.exit(1);
}

try {
  const response = await axios({
    method: "POST",
    url: "https://accounts.example.com/login",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    data: new URLSearchParams([
      ["username", "ada@example.com"],
      ["password", process.env.ACCOUNT_PASSWORD],
      ["scope", "profile"],
      ["scope", "orders"],
      ["device", ""],
    ]),
    maxRedirects: 0,
    responseType: "text",
    timeout: 30000,
  });
  console.log(JSON.parse(response.data).session.id);
} catch (error) {
  const { headers, data } = error.response ?? {};
  console.error(error.message, headers?.location ?? data ?? "");
  process.exit(1);
}
