// Replace an avatar
// Install: npm install axios
// Run: FILES_API_KEY=... node put-binary.mjs

import axios from "axios";
import { readFile } from "node:fs/promises";

if (!process.env.FILES_API_KEY) throw new Error("FILES_API_KEY is not set");

const data = await readFile("avatar.png");
const url = "https://files.example.org/avatars/ada";
try {
  const response = await axios.put(url, data, {
    headers: {
      "X-Api-Key": process.env.FILES_API_KEY,
      "Content-Type": "image/png",
    },
    maxRedirects: 0,
    timeout: 30000,
  });
  console.log(JSON.stringify(response.data.bytes));
} catch (error) {
  const answer = error.response;
  console.error(error.message, answer?.headers.location ?? answer?.data ?? "");
  process.exit(1);
}
