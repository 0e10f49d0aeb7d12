// Delete a user's key
// Install: npm install axios
// Run: ADMIN_USER=... ADMIN_PASSWORD=... node delete-basic.mjs

import axios from "axios";

if (!process.env.ADMIN_USER) throw new Error("ADMIN_USER is not set");
if (!process.env.ADMIN_PASSWORD) throw new Error("ADMIN_PASSWORD is not set");

const url = "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29";
try {
  const response = await axios.delete(url, {
    auth: {
      username: process.env.ADMIN_USER,
      password: process.env.ADMIN_PASSWORD,
    },
    responseType: "text",
    timeout: 30000,
  });
  console.log(response.data);
} catch (error) {
  console.error(error.message, error.response?.data ?? "");
  process.exit(1);
}
