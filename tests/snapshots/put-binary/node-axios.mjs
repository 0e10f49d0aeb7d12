// Replace an avatar
// Install: npm install axios
// Run: FILES_API_KEY=... node put-binary.mjs

import axios from "axios";
import { readFile } from "node:fs/promises";

if (!process.env.FILES_API_KEY) {
  console.error("FILES_API_KEY is not set.");
  process.exit(1);
}

try {
  const response = await axios({
    method: "PUT",
    url: "https://files.example.org/avatars/ada",
    headers: {
      "X-Api-Key": process.env.FILES_API_KEY,
      "Content-Type": "image/png",
    },
    data: await readFile("avatar.png"),
    maxRedirects: 0,
    responseType: "text",
    timeout: 30000,
  });
  console.log(JSON.stringify(JSON.parse(response.data).bytes));
} catch (error) {
  const { headers, data } = error.response ?? {};
  console.error(error.message, headers?.location ?? data ?? "");
  process.exit(1);
}
