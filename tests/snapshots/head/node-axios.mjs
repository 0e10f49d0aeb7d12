// Look at a download before fetching it
// Install: npm install axios
// Run: node head.mjs

import axios from "axios";

try {
  const response = await axios({
    method: "HEAD",
    url: "https://downloads.example.net/releases/2.10/engine.tar.gz",
    headers: { Accept: "application/gzip" },
    responseType: "arraybuffer",
    timeout: 30000,
  });
  for (const [name, value] of response.headers) {
    console.log(`${name}: ${value}`);
  }
} catch (error) {
  console.error(error.message, String(error.response?.data ?? ""));
  process.exit(1);
}
