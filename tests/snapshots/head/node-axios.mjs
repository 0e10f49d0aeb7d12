// Look at a download before fetching it
// Install: npm install axios
// Run: node head.mjs

import axios from "axios";

try {
  const response = await axios({
    method: "HEAD",
    url: "https://downloads.example.net/releases/2.10/engine.tar.gz",
    headers: { Accept: "application/gzip" },
    maxRedirects: 0,
    responseType: "arraybuffer",
    timeout: 30000,
  });
  for (const [name, value] of response.headers) {
    console.log(`${name}: ${value}`);
  }
} catch (error) {
  const { headers, data } = error.response ?? {};
  console.error(error.message, headers?.location ?? String(data ?? ""));
  process.exit(1);
}
