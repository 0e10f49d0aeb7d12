// Log in with a form
// Install: npm install axios
// Run: ACCOUNT_PASSWORD=... node login-form.mjs

import axios from "axios";

if (!process.env.ACCOUNT_PASSWORD)
  throw new Error("ACCOUNT_PASSWORD is not set");

const data = new URLSearchParams([
  ["username", "ada@example.com"],
  ["password", process.env.ACCOUNT_PASSWORD],
  ["scope", "profile"],
  ["scope", "orders"],
  ["device", ""],
]);
const url = "https://accounts.example.com/login";
try {
  const response = await axios.post(url, data, {
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    maxRedirects: 0,
    timeout: 30000,
  });
  console.log(response.data.session.id);
} catch (error) {
  const answer = error.response;
  console.error(error.message, answer?.headers.location ?? answer?.data ?? "");
  process.exit(1);
}
